import { globSync, readFileSync, readlinkSync } from 'node:fs';

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const readStat = (pid: number) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, name = '', state = '', parent = ''] = /^\d+ \((.*)\) (\S) (\d+)/s.exec(stat) ?? [];
    return { pid, name, state, parent: Number(parent) };
  } catch {
    return null;
  }
};

/** Whether a process has not ended. One that nobody has waited for yet has. */
export const isRunning = (pid: number) => {
  const stat = readStat(pid);
  return stat !== null && stat.state !== 'Z';
};

/** A process and its descendants, with their names. */
export const processTree = (root: number): { pid: number; name: string }[] => {
  const all = globSync('/proc/[0-9]*').flatMap((path) => readStat(Number(path.slice('/proc/'.length))) ?? []);
  const tree = all.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
};

/** State of a listening socket: https://www.kernel.org/doc/Documentation/networking/proc_net_tcp.txt */
const listening = '0A';

/** Local addresses (hexadecimal, as in `/proc/net/tcp`) of the listening sockets of some processes. */
export const listeningAddresses = (pids: readonly number[]): string[] => {
  const links = globSync(pids.map((pid) => `/proc/${pid}/fd/*`)).map((path) => {
    try {
      return readlinkSync(path);
    } catch {
      return ''; // closed meanwhile
    }
  });
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === listening && links.includes(`socket:[${inode}]`))
      .map(([, local = '']) => local.replace(/:.*/, '')),
  );
};

/** Addresses of 127.0.0.1, in IPv4 and mapped into IPv6. */
export const loopbackAddresses = ['0100007F', '0000000000000000FFFF00000100007F'];
