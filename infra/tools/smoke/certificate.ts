import { connect } from 'node:tls';
import { ProbeError } from './probe.ts';

export type Certificate = { protocol: string | null; validTo: Date };

/** Days before its end at which a certificate should have been renewed: ACM begins 60 days before. https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html */
const renewalDays = 14;
const dayMs = 24 * 3_600_000;

/** The certificate of a host and the version of TLS that it is reached by. Throws `ProbeError` for one that is not to be trusted. */
export const readCertificate = ({ hostname, port }: URL, timeoutMs: number): Promise<Certificate> =>
  new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      socket.destroy();
      reject(new ProbeError(`TLS with ${hostname} fails (${reason}).`));
    };
    const socket = connect(
      { host: hostname, port: Number(port || 443), servername: hostname, timeout: timeoutMs },
      () => {
        const certificate = { protocol: socket.getProtocol(), validTo: socket.getPeerCertificate().valid_to };
        socket.end();
        resolve({ ...certificate, validTo: new Date(certificate.validTo) });
      },
    );
    socket.on('error', (error) => fail(error.message));
    socket.on('timeout', () => fail(`no answer within ${timeoutMs / 1000} s`));
  });

/** What is wrong with a certificate that is trusted today; null when nothing is. */
export const certificateProblem = ({ protocol, validTo }: Certificate, now: Date): string | null => {
  if (protocol !== 'TLSv1.2' && protocol !== 'TLSv1.3') return `TLS is ${protocol}, not 1.2 or 1.3.`;
  const days = Math.floor((validTo.getTime() - now.getTime()) / dayMs);
  return days < renewalDays ? `The certificate ends in ${days} days.` : null;
};
