import type { Fact, UnknownReason } from '../../../../shared/health/health-reply.ts';

/** One thing about the portal in words: that it is good, who does what about it, or why it is not known. */
export type HealthLine = {
  title: string;
  state: 'good' | 'attention' | 'unknown';
  sentence: string;
  todo?: { who: string; what: string };
  /** What the line says nothing about. */
  note?: string;
};
type Judgement = Omit<HealthLine, 'title'>;

export const technicalTeam = 'Đơn vị kỹ thuật';
export const editorialOffice = 'Ban biên tập';

const unknownSentences: Readonly<Record<UnknownReason, string>> = {
  timeout: 'Không biết: quá 2 giây chưa có câu trả lời. Hãy kiểm tra lại sau ít phút.',
  unsupported: 'Không biết: cổng đang chạy thử trên một máy, nơi không có thông tin này.',
  failure: 'Không biết: lần hỏi này bị lỗi. Hãy kiểm tra lại; nếu vẫn vậy, hãy báo đơn vị kỹ thuật.',
};

/** The line of a fact: judged where it is known, else why it is not. */
export const lineOf = <Value>(
  title: string,
  fact: Fact<Value>,
  judge: (value: Value) => Judgement,
): HealthLine =>
  fact.unknown === null
    ? { title, ...judge(fact.value) }
    : { title, state: 'unknown', sentence: unknownSentences[fact.unknown] };
