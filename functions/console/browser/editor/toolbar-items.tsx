import type { JSX } from 'preact';
import { toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { MarkType } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  deleteColumn,
  deleteRow,
  isInTable,
  splitCell,
} from 'prosemirror-tables';
import { icons } from './icons.tsx';
import { linkRange } from './link-commands.ts';
import { deletePicture, moveFigure, selectedPicture } from './picture-commands.ts';
import { schema } from './schema.ts';
import * as tables from './table-commands.ts';
import * as texts from './text-commands.ts';

/** A button of the toolbar. `isPressed` makes it a toggle. */
export type ToolbarItem = {
  label: string;
  /** Shown instead of the label. */
  icon?: JSX.Element;
  /** In words for `aria-keyshortcuts`: https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts */
  keys?: string;
  command: Command;
  isPressed?: (state: EditorState) => boolean;
};

/** What the toolbar asks of the page. */
export type ToolbarActions = { editLink: Command; choosePicture: Command; describePicture: Command };

const mark = (name: string, label: string, icon: JSX.Element, keys: string): ToolbarItem => {
  const type = schema.marks[name] as MarkType;
  return {
    label,
    icon,
    keys,
    command: toggleMark(type),
    isPressed: (state) => texts.isMarkActive(state, type),
  };
};

const heading = (level: number, label: string): ToolbarItem => ({
  label,
  keys: `Control+Alt+${level}`,
  command: texts.toggleHeading(level),
  isPressed: (state) => texts.headingLevel(state) === level,
});

const isParagraph = ({ selection }: EditorState) => selection.$from.parent.type.name === 'paragraph';

/** The buttons that are always there, in groups. */
export const textGroups = ({ editLink, choosePicture }: ToolbarActions): ToolbarItem[][] => [
  [
    { label: 'Đoạn văn', keys: 'Control+Alt+0', command: texts.setParagraph, isPressed: isParagraph },
    heading(2, 'Đề mục lớn'),
    heading(3, 'Đề mục vừa'),
    heading(4, 'Đề mục nhỏ'),
  ],
  [
    mark('strong', 'Chữ đậm', icons.bold, 'Control+B'),
    mark('em', 'Chữ nghiêng', icons.italic, 'Control+I'),
    mark('sub', 'Chỉ số dưới', icons.sub, 'Control+,'),
    mark('sup', 'Chỉ số trên', icons.sup, 'Control+.'),
    {
      label: 'Liên kết',
      icon: icons.link,
      keys: 'Control+K',
      command: editLink,
      isPressed: (state) => linkRange(state).href !== null,
    },
  ],
  [
    {
      label: 'Danh sách dấu chấm',
      icon: icons.bulletList,
      command: texts.toggleList('bullet_list'),
      isPressed: (state) => texts.listKind(state) === 'bullet_list',
    },
    {
      label: 'Danh sách đánh số',
      icon: icons.orderedList,
      command: texts.toggleList('ordered_list'),
      isPressed: (state) => texts.listKind(state) === 'ordered_list',
    },
    { label: 'Trích dẫn', icon: icons.quote, command: texts.toggleQuote, isPressed: texts.isInQuote },
  ],
  [
    { label: 'Chèn ảnh', icon: icons.picture, command: choosePicture },
    { label: 'Chèn bảng', icon: icons.table, command: tables.insertTable },
    { label: 'Đường kẻ ngang', icon: icons.rule, command: texts.insertRule },
  ],
  [
    { label: 'Hoàn tác', icon: icons.undo, keys: 'Control+Z', command: undo },
    { label: 'Làm lại', icon: icons.redo, keys: 'Control+Y', command: redo },
  ],
];

const tableItems: ToolbarItem[] = [
  { label: 'Thêm hàng trên', command: tables.addRow('above') },
  { label: 'Thêm hàng dưới', command: tables.addRow('below') },
  { label: 'Thêm cột trái', command: addColumnBefore },
  { label: 'Thêm cột phải', command: addColumnAfter },
  { label: 'Hàng tiêu đề', command: tables.toggleHeaderRow, isPressed: tables.hasHeaderRow },
  { label: 'Cột tiêu đề', command: tables.toggleHeaderColumn, isPressed: tables.hasHeaderColumn },
  { label: 'Tên bảng', command: tables.toggleCaption, isPressed: tables.hasCaption },
  { label: 'Gộp ô', command: tables.mergeCells },
  { label: 'Tách ô', command: splitCell },
  { label: 'Xóa hàng', command: deleteRow },
  { label: 'Xóa cột', command: deleteColumn },
  { label: 'Xóa bảng', command: tables.deleteTable },
];

const pictureItems = ({ describePicture }: ToolbarActions): ToolbarItem[] => [
  { label: 'Mô tả ảnh', command: describePicture },
  { label: 'Chuyển ảnh lên', keys: 'Alt+ArrowUp', command: moveFigure('up') },
  { label: 'Chuyển ảnh xuống', keys: 'Alt+ArrowDown', command: moveFigure('down') },
  { label: 'Xóa ảnh', keys: 'Delete', command: deletePicture },
];

/** The buttons for what holds the selection: a picture or a table. */
export const contextItems = (state: EditorState, actions: ToolbarActions) => {
  if (selectedPicture(state) !== null) return { label: 'Ảnh', items: pictureItems(actions) };
  if (isInTable(state) || tables.hasCaption(state)) return { label: 'Bảng', items: tableItems };
  return null;
};
