import * as z from 'zod/mini';
import { activity } from '../activity/activity.ts';
import {
  articleState,
  editorialArticle,
  feedItem,
  liveArticle,
  revision,
  revisionSummary,
} from '../articles/article.ts';
import { comparison } from '../articles/compare.ts';
import { draftItem } from '../articles/draft-item.ts';
import * as articleRequests from '../articles/requests.ts';
import { threeWay } from '../articles/three-way.ts';
import { type ErrorCode, errorCodes } from '../errors.ts';
import { description, image, uploadRequest } from '../images/image.ts';
import { foundArticle } from '../search/answer.ts';
import { siteSettings } from '../site/settings.ts';
import { mostRead } from '../visits/figures.ts';
import { balanceRequest } from '../visits/requests.ts';
import { beacon } from '../visits/visit.ts';

const instant = z.iso.datetime({ precision: 3 });
const next = z.nullable(z.string());
const listOf = <Item extends z.ZodMiniType>(item: Item) => z.object({ items: z.array(item), next });

/** With what an article is at this moment. */
const shown = {
  state: articleState,
  url: z.string(),
  localTimes: z.object({
    zone: z.string(),
    publishedAt: z.nullable(z.string()),
    withdrawAt: z.nullable(z.string()),
  }),
};
const article = z.object({
  ...editorialArticle.shape,
  ...shown,
  removed: z.optional(z.array(z.object({ what: z.string(), count: z.int() }))),
});
const side = z.object({
  ...z.omit(revision, { article: true }).shape,
  version: z.int(),
  title: z.string(),
});
const totals = z.object({
  total: z.int(),
  today: z.int(),
  month: z.int(),
  online: z.int(),
  since: z.nullable(z.string()),
});
const balance = z.object({ visits: z.int(), since: z.nullable(z.string()) });

/** Everything that comes in, as it may be sent. */
export const requestSchemas = {
  SaveRequest: articleRequests.saveRequest,
  StepRequest: articleRequests.stepRequest,
  ReturnRequest: articleRequests.returnRequest,
  PublishRequest: articleRequests.publishRequest,
  MoveRequest: articleRequests.moveRequest,
  PreviewRequest: articleRequests.previewRequest,
  UploadRequest: uploadRequest,
  Description: description,
  SiteSettings: siteSettings,
  Beacon: beacon,
  BalanceRequest: balanceRequest,
} as const;
export type RequestName = keyof typeof requestSchemas;

/** Everything that goes out. */
export const replySchemas = {
  Article: article,
  ArticleList: listOf(z.object({ ...draftItem.shape, ...shown })),
  Revision: z.object({ ...revision.shape, article: editorialArticle }),
  RevisionList: listOf(
    z.object({ ...z.omit(revision, { article: true }).shape, ...revisionSummary.shape.article.shape }),
  ),
  Comparison: z.object({ before: side, after: side, ...comparison.shape }),
  Moved: z.object({ moved: z.int(), isDone: z.boolean() }),
  Preview: z.object({
    url: z.string(),
    version: z.int(),
    expiresAt: instant,
    localExpiresAt: z.string(),
  }),
  PublicArticle: z.object({ ...liveArticle.shape, url: z.string() }),
  PublicArticleList: listOf(z.object({ ...feedItem.shape, url: z.string() })),
  SearchResult: z.object({
    ...listOf(foundArticle).shape,
    total: z.int(),
    repaired: z.nullable(z.string()),
  }),
  Upload: z.object({
    id: z.string(),
    upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
  }),
  Image: z.object({ ...image.shape, usedBy: z.optional(z.array(z.string())) }),
  ImageList: listOf(image),
  Settings: siteSettings,
  ActivityList: listOf(activity),
  Totals: totals,
  VisitHistory: z.object({
    items: z.array(z.object({ day: z.string(), visits: z.int() })),
    next,
    ...totals.shape,
    counted: z.int(),
    openingBalance: balance,
    mostRead,
  }),
  Balance: balance,
  /** https://www.rfc-editor.org/rfc/rfc9457 */
  Problem: z.looseObject({
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(errorCodes) as ErrorCode[]),
    detail: z.optional(z.string()),
    errors: z.optional(z.array(z.object({ field: z.string(), reason: z.string() }))),
    requestId: z.string(),
    /** With `stale_version`: the newer version, and what both made of the one that the client started from. */
    version: z.optional(z.int()),
    current: z.optional(article),
    comparison: z.optional(threeWay),
    /** With `wrong_state`: what the article is, and what can be done with it. */
    state: z.optional(z.string()),
    possible: z.optional(z.array(z.string())),
  }),
  /** What the gateway says before a function is asked. */
  Refusal: z.object({ message: z.nullable(z.string()) }),
  OpenApi: z.looseObject({ openapi: z.string() }),
} as const;
export type ReplyName = keyof typeof replySchemas;
