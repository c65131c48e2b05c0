import { expect, test } from 'vitest';
import { saveSentence } from '../../../../../functions/console/browser/drafts/save-sentence.ts';
import type { SaveState } from '../../../../../functions/console/browser/drafts/save-state.ts';

const at = (time: string) => Date.parse(`2026-11-28T${time}:00+07:00`);
const saved: SaveState = {
  isUnsaved: false,
  isAtRisk: false,
  isSaving: false,
  savedAt: at('14:00'),
  keptAt: null,
  deviceProblem: null,
  failure: null,
  hasConflict: false,
  savesByItself: true,
};
const unsaved: SaveState = { ...saved, isUnsaved: true, keptAt: at('14:03') };
const failed = (kind: NonNullable<SaveState['failure']>['kind'], sentence = '') => ({
  failure: { kind, sentence },
});

test.each<[SaveState, string, boolean]>([
  [saved, 'Đã lưu lúc 14:00', false],
  [{ ...saved, savedAt: Date.parse('2026-11-27T08:00:00+07:00') }, 'Đã lưu lúc hôm qua 08:00', false],
  [{ ...saved, savedAt: null }, 'Chưa có gì để lưu', false],
  [{ ...unsaved, isSaving: true }, 'Đang lưu…', false],
  [{ ...unsaved, keptAt: null }, 'Đang soạn…', false],
  [unsaved, 'Đã giữ trên máy này lúc 14:03', false],
  [{ ...unsaved, savesByItself: false }, 'Đã giữ trên máy này lúc 14:03, chưa lưu lên máy chủ', false],
  [
    { ...unsaved, ...failed('offline') },
    'Mất mạng: đã giữ trên máy này lúc 14:03, sẽ tự lưu khi có mạng.',
    false,
  ],
  [
    { ...unsaved, ...failed('offline'), savesByItself: false },
    'Mất mạng: đã giữ trên máy này lúc 14:03, chưa lưu lên máy chủ.',
    false,
  ],
  [
    { ...unsaved, ...failed('session') },
    'Phiên làm việc đã hết: đã giữ trên máy này lúc 14:03, sẽ tự lưu sau khi đăng nhập lại.',
    false,
  ],
  [
    { ...unsaved, ...failed('forbidden', 'Bài chờ duyệt thì chỉ biên tập viên mới sửa được.') },
    'Chưa lưu được. Bài chờ duyệt thì chỉ biên tập viên mới sửa được. Bản của bạn đã giữ trên máy này lúc 14:03.',
    true,
  ],
  [
    {
      ...unsaved,
      failure: {
        kind: 'invalid',
        sentence: 'Hãy sửa các trường nêu tên rồi gửi lại.',
        fields: [{ field: 'title', reason: 'Dài quá 300 ký tự' }],
      },
    },
    'Chưa lưu được. Hãy sửa các trường nêu tên rồi gửi lại. Dài quá 300 ký tự. Bản của bạn đã giữ trên máy này lúc 14:03.',
    true,
  ],
  [
    { ...unsaved, ...failed('incomplete') },
    'Đã giữ trên máy này lúc 14:03. Bài có tiêu đề và chuyên mục thì mới lưu được lên máy chủ.',
    false,
  ],
  [
    { ...unsaved, deviceProblem: 'full', keptAt: null },
    'Máy này đã đầy bộ nhớ nên không giữ được bản nháp. Hãy lưu lên máy chủ trước khi đóng trang.',
    true,
  ],
  [
    { ...unsaved, ...failed('offline'), deviceProblem: 'forbidden' },
    'Mất mạng: sẽ tự lưu khi có mạng. Trình duyệt không cho giữ bản nháp trên máy này. Hãy lưu lên máy chủ trước khi đóng trang.',
    true,
  ],
  [
    { ...unsaved, hasConflict: true },
    'Bài vừa được lưu ở nơi khác. Hãy xem hai bản và chọn. Bản của bạn đã giữ trên máy này lúc 14:03.',
    true,
  ],
])('%o', (state, text, isProblem) => {
  expect(saveSentence(state, new Date(at('14:05')))).toEqual({ text, isProblem });
});
