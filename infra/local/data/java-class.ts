/** Two bytes, as class files store numbers. */
const u2 = (value: number) => Buffer.from([value >> 8, value & 0xff]);

/** The constants of a class file, each stored once: https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4 */
const constantPool = () => {
  const entries: Buffer[] = [];
  const indexes = new Map<string, number>();
  const add = (tag: number, ...parts: Buffer[]): Buffer => {
    const entry = Buffer.concat([Buffer.from([tag]), ...parts]);
    const key = entry.toString('latin1');
    const index = indexes.get(key) ?? entries.push(entry);
    indexes.set(key, index);
    return u2(index);
  };
  const utf8 = (text: string) => add(1, u2(text.length), Buffer.from(text, 'ascii'));
  const classRef = (name: string) => add(7, utf8(name));
  const member = (tag: number, [owner, name, descriptor]: Member) =>
    add(tag, classRef(owner), add(12, utf8(name), utf8(descriptor)));
  return {
    utf8,
    classRef,
    string: (text: string) => add(8, utf8(text)),
    field: (found: Member) => member(9, found),
    method: (found: Member) => member(10, found),
    bytes: () => Buffer.concat([u2(entries.length + 1), ...entries]),
  };
};

/** A field or method: its class, its name and its descriptor, as in `['java/lang/System', 'exit', '(I)V']`. */
type Member = readonly [owner: string, name: string, descriptor: string];

/** Instructions of the JVM: https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-6.html */
const instructions = (pool: ReturnType<typeof constantPool>) => {
  const op = (opcode: number, ...operand: Buffer[]) => Buffer.concat([Buffer.from([opcode]), ...operand]);
  return {
    arguments: op(0x2a), // aload_0
    int: (value: 0 | 1) => op(0x03 + value), // iconst
    string: (text: string) => op(0x13, pool.string(text)), // ldc_w
    classOf: (name: string) => op(0x13, pool.classRef(name)), // ldc_w
    staticField: (...found: Member) => op(0xb2, pool.field(found)), // getstatic
    call: (...found: Member) => op(0xb6, pool.method(found)), // invokevirtual
    callStatic: (...found: Member) => op(0xb8, pool.method(found)), // invokestatic
    cast: (name: string) => op(0xc0, pool.classRef(name)), // checkcast
    element: op(0x32), // aaload
    duplicate: op(0x59), // dup
    swap: op(0x5f), // swap
    pop: op(0x57), // pop
    end: op(0xb1), // return
  };
};

const maxStack = 8;

/**
 * The class file (format of Java 8) of a class whose only method is `main`, with the given code, without branches.
 * https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html
 */
export const mainClass = (
  name: string,
  code: (instruction: ReturnType<typeof instructions>) => readonly Buffer[],
): Buffer => {
  const pool = constantPool();
  const body = Buffer.concat(code(instructions(pool)));
  const u4 = (value: number) => Buffer.concat([u2(0), u2(value)]);
  const emptyTables = [u2(0), u2(0)];
  const codeAttribute = Buffer.concat([u2(maxStack), u2(1), u4(body.length), body, ...emptyTables]);
  const [isPublic, isPublicStatic] = [u2(0x0021), u2(0x0009)];
  const main = [isPublicStatic, pool.utf8('main'), pool.utf8('([Ljava/lang/String;)V')];
  const rest = Buffer.concat([
    ...[isPublic, pool.classRef(name), pool.classRef('java/lang/Object')],
    ...[u2(0), u2(0)], // interfaces, fields
    ...[u2(1), ...main, u2(1), pool.utf8('Code'), u4(codeAttribute.length), codeAttribute],
    u2(0), // attributes
  ]);
  const [magic, minor, java8] = [Buffer.from('cafebabe', 'hex'), u2(0), u2(52)];
  return Buffer.concat([magic, minor, java8, pool.bytes(), rest]);
};
