import { articleLimit, indexBytesLimit } from '../../shared/search/limits.ts';

/**
 * The line of the log from which CloudWatch makes the metric `SearchIndexFill`: how much of its limits an index takes, in percent.
 * One metric, for each has a price; the line has the numbers behind it. The function's name tells the stages of a site apart.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const indexFillMetric = (
  functionName: string,
  { articles, indexBytes }: { articles: number; indexBytes: number },
  now: Date,
) => ({
  _aws: {
    Timestamp: now.getTime(),
    CloudWatchMetrics: [
      {
        Namespace: 'CongTin',
        Dimensions: [['FunctionName']],
        Metrics: [{ Name: 'SearchIndexFill', Unit: 'Percent' }],
      },
    ],
  },
  FunctionName: functionName,
  SearchIndexFill: Math.ceil(100 * Math.max(articles / articleLimit, indexBytes / indexBytesLimit)),
  articles,
  articleLimit,
  indexBytes,
  indexBytesLimit,
});
