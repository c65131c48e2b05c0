import type * as z from 'zod/mini';
import { activityQuery } from '../activity/requests.ts';
import { publicListQuery } from '../articles/public-api.ts';
import { articleListQuery, compareQuery, revisionsQuery, tagArticlesQuery } from '../articles/requests.ts';
import { royaltiesQuery } from '../articles/royalties.ts';
import { imageListQuery } from '../images/requests.ts';
import { peopleQuery } from '../people/requests.ts';
import type { FunctionName, RouteKey } from '../routes.ts';
import { searchParameters } from '../search/search-parameters.ts';
import { settingsRevisionsQuery } from '../site/settings-revision.ts';
import { dayRangeQuery, historyQuery, mostReadQuery } from '../visits/requests.ts';
import type { ReplyName, RequestName } from './schemas.ts';

/** Routes under `/api/`; readers' pages are not part of the contract. */
export type ApiRoute = Extract<RouteKey<FunctionName>, `${string} /api/${string}`>;

export type Operation = {
  /** A short summary, and the operation id for tools. */
  summary: string;
  id: string;
  query?: z.ZodMiniType;
  body?: RequestName;
  /** The status and schema of success. */
  reply: readonly [status: 200 | 201 | 204, schema: ReplyName | null];
  /** Another media type, which a query parameter selects. */
  otherType?: 'text/html' | 'text/csv';
  /** Requires `If-Match`, and may return 412 or 409. */
  isConditional?: true;
  /** Creates the resource with `If-None-Match: *` instead of `If-Match`. */
  mayCreate?: true;
  /** Refusals beyond those of every such operation. */
  refusals?: readonly (409 | 412 | 428)[];
};

const listed = <Query extends z.ZodMiniType, Schema extends ReplyName>(
  id: string,
  summary: string,
  query: Query,
  schema: Schema,
) => ({ id, summary, query, reply: [200, schema] as const });

const step = <Body extends RequestName>(id: string, summary: string, body: Body) => ({
  id,
  summary,
  body,
  reply: [200, 'Article'] as const,
  isConditional: true as const,
});

const personChange = (id: string, summary: string) => ({
  id,
  summary,
  reply: [200, 'Person'] as const,
  isConditional: true as const,
});

/** Every operation of the API: a route without a line here does not compile. */
export const operations = {
  'GET /api/articles': listed(
    'listPublished',
    'Published articles, newest first',
    publicListQuery,
    'PublicArticleList',
  ),
  'GET /api/articles/{id}': {
    id: 'readPublished',
    summary: 'One published article',
    reply: [200, 'PublicArticle'],
  },
  'GET /api/search': listed(
    'search',
    'Published articles by what they hold',
    searchParameters,
    'SearchResult',
  ),
  'GET /api/openapi.json': { id: 'readContract', summary: 'This document', reply: [200, 'OpenApi'] },
  'POST /api/visits': { id: 'countVisit', summary: 'Counts a visit', body: 'Beacon', reply: [200, 'Totals'] },
  'GET /api/visits': { id: 'readTotals', summary: 'The numbers of visits', reply: [200, 'Totals'] },

  'GET /api/admin/visits': {
    ...listed('readVisitHistory', 'Visits by day, month or year', historyQuery, 'VisitHistory'),
    otherType: 'text/csv',
  },
  'GET /api/admin/most-read': {
    ...listed('listMostRead', 'The most read articles of some days', mostReadQuery, 'MostReadList'),
    otherType: 'text/csv',
  },
  'GET /api/admin/search-misses': {
    ...listed('listSearchMisses', 'Searches that found nothing', dayRangeQuery, 'SearchMissList'),
    otherType: 'text/csv',
  },
  'GET /api/admin/published-counts': {
    ...listed('countPublished', 'Published articles by category', dayRangeQuery, 'PublishedCounts'),
    otherType: 'text/csv',
  },
  'GET /api/admin/visits/opening-balance': {
    id: 'readOpeningBalance',
    summary: 'What an older counter had',
    reply: [200, 'Balance'],
  },
  'PUT /api/admin/visits/opening-balance': {
    id: 'saveOpeningBalance',
    summary: 'Says what an older counter had',
    body: 'BalanceRequest',
    reply: [200, 'Balance'],
    isConditional: true,
  },

  'POST /api/admin/articles': {
    id: 'createArticle',
    summary: 'A new draft',
    body: 'SaveRequest',
    reply: [201, 'Article'],
    refusals: [409],
  },
  'GET /api/admin/articles': listed(
    'listArticles',
    'Articles of a list, last saved first',
    articleListQuery,
    'ArticleList',
  ),
  'GET /api/admin/article-counts': {
    id: 'countArticles',
    summary: 'How many articles the lists of the caller have',
    reply: [200, 'ArticleCounts'],
  },
  'GET /api/admin/tags': {
    id: 'listTags',
    summary: 'Tags of the newest published articles',
    reply: [200, 'TagList'],
  },
  'GET /api/admin/articles/{id}': { id: 'readArticle', summary: 'A working copy', reply: [200, 'Article'] },
  'PUT /api/admin/articles/{id}': {
    ...step('saveArticle', 'Saves a working copy; creates it with If-None-Match: *', 'SaveRequest'),
    mayCreate: true,
  },
  'DELETE /api/admin/articles/{id}': {
    id: 'deleteArticle',
    summary: 'Removes a draft that was never public',
    reply: [204, null],
    isConditional: true,
  },
  'POST /api/admin/articles/{id}/submit': step('submitArticle', 'Hands it in for review', 'StepRequest'),
  'POST /api/admin/articles/{id}/return': step('returnArticle', 'Sends it back, with why', 'ReturnRequest'),
  'POST /api/admin/articles/{id}/approve': step('approveArticle', 'Approves it', 'StepRequest'),
  'POST /api/admin/articles/{id}/publish': step(
    'publishArticle',
    'Makes it public, now or from a time on',
    'PublishRequest',
  ),
  'POST /api/admin/articles/{id}/withdraw': step(
    'withdrawArticle',
    'Takes it away from readers',
    'StepRequest',
  ),
  'POST /api/admin/articles/{id}/preview': {
    id: 'previewArticle',
    summary: 'A link for a colleague without an account',
    body: 'PreviewRequest',
    reply: [201, 'Preview'],
  },
  'GET /api/admin/articles/{id}/revisions': listed(
    'listRevisions',
    'Every saved state, newest first',
    revisionsQuery,
    'RevisionList',
  ),
  'GET /api/admin/articles/{id}/revisions/{version}': {
    id: 'readRevision',
    summary: 'One revision with its content',
    reply: [200, 'Revision'],
  },
  'GET /api/admin/articles/{id}/revisions/{version}/comparison': {
    ...listed('compareRevisions', 'What changed between two saved states', compareQuery, 'Comparison'),
    otherType: 'text/html',
  },
  'POST /api/admin/articles/{id}/revisions/{version}/restore': step(
    'restoreRevision',
    'Saves an earlier revision as a new one',
    'StepRequest',
  ),

  'POST /api/admin/images': {
    id: 'requestUpload',
    summary: 'Announces a picture, and asks where to send it',
    body: 'UploadRequest',
    reply: [201, 'Upload'],
  },
  'GET /api/admin/images': listed('listImages', 'Pictures, newest first', imageListQuery, 'ImageList'),
  'GET /api/admin/images/{id}': { id: 'readImage', summary: 'One picture', reply: [200, 'Image'] },
  'PATCH /api/admin/images/{id}': {
    id: 'describeImage',
    summary: 'Says what a picture shows',
    body: 'Description',
    reply: [200, 'Image'],
  },
  'DELETE /api/admin/images/{id}': {
    id: 'deleteImage',
    summary: 'Removes a picture that no article holds',
    reply: [204, null],
    refusals: [409],
  },
  'POST /api/admin/images/{id}/complete': {
    id: 'completeUpload',
    summary: 'Makes a picture of what was sent',
    body: 'Description',
    reply: [200, 'Image'],
    refusals: [409],
  },
  'POST /api/admin/images/{id}/variants': {
    id: 'addVariants',
    summary: 'Makes the sizes that an older picture lacks',
    reply: [200, 'Variants'],
    refusals: [409],
  },

  'GET /api/admin/categories/{category}': {
    id: 'countCategory',
    summary: 'How many articles a category has',
    reply: [200, 'CategoryCount'],
  },
  'POST /api/admin/categories/{category}/move': {
    id: 'moveCategory',
    summary: 'Moves the articles of a category into another, a part at a time; retires it with the last',
    body: 'MoveRequest',
    reply: [200, 'Moved'],
    refusals: [409, 412],
  },
  'GET /api/admin/tag-counts': {
    id: 'countTags',
    summary: 'The tags of all published articles',
    reply: [200, 'TagCounts'],
  },
  'GET /api/admin/tags/{tag}/articles': listed(
    'listTagArticles',
    'Published articles with a tag, newest first',
    tagArticlesQuery,
    'TagArticleList',
  ),
  'POST /api/admin/tags/{tag}/rename': {
    id: 'renameTag',
    summary: 'Renames a tag, a part of its articles at a time; redirects its address with the last',
    body: 'RenameTagRequest',
    reply: [200, 'Moved'],
    refusals: [409],
  },
  'GET /api/admin/people': listed('listPeople', 'The accounts of the staff', peopleQuery, 'People'),
  'POST /api/admin/people': {
    id: 'invitePerson',
    summary: 'Creates an account, and mails the temporary password',
    body: 'InviteRequest',
    reply: [201, 'Person'],
    refusals: [409],
  },
  'PUT /api/admin/people/{name}/role': {
    ...personChange('changeRole', 'Gives an account another role'),
    body: 'RoleRequest',
  },
  'POST /api/admin/people/{name}/disable': personChange(
    'disablePerson',
    'Refuses sign-ins and new tokens; those that exist are valid for at most 15 minutes',
  ),
  'POST /api/admin/people/{name}/enable': personChange('enablePerson', 'Lets an account sign in again'),
  'POST /api/admin/people/{name}/resend-invitation': personChange(
    'resendInvitation',
    'Mails a new temporary password to a person who has never signed in',
  ),
  'POST /api/admin/people/{name}/reset-second-factor': personChange(
    'resetSecondFactor',
    'Removes a lost authenticator app; the next sign-in sets up another',
  ),

  'GET /api/admin/activity': listed('listActivity', 'Who did what', activityQuery, 'ActivityList'),
  'GET /api/admin/royalties': {
    ...listed('countRoyalties', 'What each person published in a month', royaltiesQuery, 'Royalties'),
    otherType: 'text/csv',
  },
  'GET /api/admin/health': {
    id: 'readHealth',
    summary: 'Backups, dead letters, the search index and last month, each known or not',
    reply: [200, 'Health'],
  },
  'GET /api/admin/settings': { id: 'readSettings', summary: 'The settings', reply: [200, 'Settings'] },
  'PUT /api/admin/settings': {
    id: 'saveSettings',
    summary: 'Saves the settings',
    body: 'SiteSettings',
    reply: [200, 'Settings'],
    isConditional: true,
  },
  'GET /api/admin/settings/revisions': listed(
    'listSettingsRevisions',
    'Every saved state of the settings, newest first',
    settingsRevisionsQuery,
    'SettingsRevisionList',
  ),
  'GET /api/admin/settings/revisions/{version}': {
    id: 'readSettingsRevision',
    summary: 'The settings as they were saved once',
    reply: [200, 'SettingsRevision'],
  },
} as const satisfies Record<ApiRoute, Operation>;
