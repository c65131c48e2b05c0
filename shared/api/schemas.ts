import * as z from 'zod/mini';
import { activityListReply } from '../activity/replies.ts';
import { publicArticleListReply, publicArticleReply } from '../articles/public-api.ts';
import * as articles from '../articles/replies.ts';
import * as articleRequests from '../articles/requests.ts';
import { royaltiesReply } from '../articles/royalties.ts';
import { threeWay } from '../articles/three-way.ts';
import { type ErrorCode, errorCodes } from '../errors.ts';
import { healthReply } from '../health/health-reply.ts';
import { description, uploadRequest } from '../images/image.ts';
import { imageListReply, imageReply, uploadReply, variantsReply } from '../images/replies.ts';
import { peopleReply, personReply } from '../people/person.ts';
import { inviteRequest, roleRequest } from '../people/requests.ts';
import { searchReply } from '../search/result-page.ts';
import { siteSettings } from '../site/settings.ts';
import { settingsRevision, settingsRevisionListReply } from '../site/settings-revision.ts';
import {
  balanceReply,
  mostReadReply,
  publishedCountsReply,
  searchMissesReply,
  totalsReply,
  visitHistoryReply,
} from '../visits/replies.ts';
import { balanceRequest } from '../visits/requests.ts';
import { beacon } from '../visits/visit.ts';

/** Request bodies, by their names in the OpenAPI document. */
export const requestSchemas = {
  SaveRequest: articleRequests.saveRequest,
  StepRequest: articleRequests.stepRequest,
  ReturnRequest: articleRequests.returnRequest,
  PublishRequest: articleRequests.publishRequest,
  MoveRequest: articleRequests.moveRequest,
  RenameTagRequest: articleRequests.renameTagRequest,
  PreviewRequest: articleRequests.previewRequest,
  UploadRequest: uploadRequest,
  Description: description,
  SiteSettings: siteSettings,
  InviteRequest: inviteRequest,
  RoleRequest: roleRequest,
  Beacon: beacon,
  BalanceRequest: balanceRequest,
} as const;
export type RequestName = keyof typeof requestSchemas;

/** Reply bodies, by their names in the OpenAPI document. Handlers serialize through the same schemas. */
export const replySchemas = {
  Article: articles.articleReply,
  ArticleList: articles.articleListReply,
  ArticleCounts: articles.articleCountsReply,
  TagList: articles.tagListReply,
  TagCounts: articles.tagCountsReply,
  TagArticleList: articles.tagArticlesReply,
  CategoryCount: articles.categoryCountReply,
  Revision: articles.revisionReply,
  RevisionList: articles.revisionListReply,
  Comparison: articles.comparisonReply,
  Moved: articles.moveReply,
  Preview: articles.previewReply,
  PublicArticle: publicArticleReply,
  PublicArticleList: publicArticleListReply,
  SearchResult: searchReply,
  Upload: uploadReply,
  Image: imageReply,
  ImageList: imageListReply,
  Variants: variantsReply,
  Settings: siteSettings,
  Person: personReply,
  People: peopleReply,
  SettingsRevision: settingsRevision,
  SettingsRevisionList: settingsRevisionListReply,
  ActivityList: activityListReply,
  Royalties: royaltiesReply,
  Health: healthReply,
  Totals: totalsReply,
  VisitHistory: visitHistoryReply,
  MostReadList: mostReadReply,
  SearchMissList: searchMissesReply,
  PublishedCounts: publishedCountsReply,
  Balance: balanceReply,
  /** https://www.rfc-editor.org/rfc/rfc9457 */
  Problem: z.looseObject({
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(errorCodes) as ErrorCode[]),
    detail: z.optional(z.string()),
    errors: z.optional(z.array(z.object({ field: z.string(), reason: z.string() }))),
    requestId: z.string(),
    /** With `stale_version`: the newer version, and a three-way comparison with the version that the client started from. */
    version: z.optional(z.int()),
    current: z.optional(articles.articleReply),
    comparison: z.optional(threeWay),
    /** With `wrong_state`: the article's state, and the steps that it allows. */
    state: z.optional(z.string()),
    possible: z.optional(z.array(z.string())),
  }),
  /** A refusal of the gateway itself. */
  Refusal: z.object({ message: z.nullable(z.string()) }),
  OpenApi: z.looseObject({
    openapi: z.string(),
    info: z.looseObject({ 'x-site-id': z.string() }),
    servers: z.array(z.looseObject({ url: z.string() })),
  }),
} as const;
export type ReplyName = keyof typeof replySchemas;
