/**
 * Computes the log of a ledger anew from the hashes of its blocks, and compares it with every checkpoint: those that the
 * database keeps, and those that somebody kept outside of it, where nobody with rights here could change them.
 */
import type { ClientBase } from 'pg';
import { leafHash, merkleRoot } from '../../ledger/journal.ts';
import { GrowingTree } from '../../ledger/proof.ts';
import { type Checkpoint, openCheckpoint } from '../../ledger/proof-check.ts';
import { checkpointKeys } from '../checkpoints.ts';
import { type CheckResult, Findings } from './report.ts';

/** Signatures that are checked of those in the database: the newest. */
const SIGNATURES = 1000;

const STORED = {
  name: 'checkpoints-hold',
  proves: 'Computed anew from the blocks, the log has the roots that the checkpoints say, and known keys signed them.',
};
const NODES = {
  name: 'log-nodes-follow',
  proves: 'The hashes of subtrees, of which proofs are made, follow from the blocks.',
};
const EXTERNAL = {
  name: 'external-checkpoints-hold',
  proves: 'The log still begins as the checkpoints say that were kept outside: nothing before them was changed.',
};

interface StoredRow {
  height: number;
  root: string;
  note: string;
}

interface NodeRow {
  level: number;
  index: number;
  hash: string;
}

export class LogCheck {
  readonly #tree = new GrowingTree();
  readonly #stored: ReadonlyMap<number, StoredRow>;
  readonly #nodes: Map<string, string>;
  /** How far nodes are kept, by their level. */
  readonly #counts: ReadonlyMap<number, number>;
  readonly #nodeCount: number;
  readonly #external: readonly Checkpoint[];
  /** The sizes that external checkpoints name. */
  readonly #named: ReadonlySet<number>;
  readonly #findings = { stored: new Findings(), nodes: new Findings(), external: new Findings() };
  /** Roots at the sizes that external checkpoints name. */
  readonly #roots = new Map<number, string>();
  /** Hashes below the next node, by its level. */
  readonly #below = new Map<number, Buffer[]>();
  /** The first block that is missing: from there on there is no log. */
  #gap: bigint | null = null;

  private constructor(stored: readonly StoredRow[], nodes: readonly NodeRow[], external: readonly Checkpoint[]) {
    this.#stored = new Map(stored.map((row) => [row.height, row]));
    this.#nodes = new Map(nodes.map(({ level, index, hash }) => [`${level}.${index}`, hash]));
    // The last of each level counts: they stand in their order.
    this.#counts = new Map(nodes.map(({ level, index }) => [level, index + 1]));
    this.#nodeCount = nodes.length;
    this.#external = external.toSorted((a, b) => a.size - b.size);
    this.#named = new Set(external.map(({ size }) => size));
  }

  static async open(client: ClientBase, ledgerId: bigint, external: readonly Checkpoint[]): Promise<LogCheck> {
    const stored = await client.query<StoredRow>(
      `select height::double precision, encode(root, 'hex') as root, note from checkpoints where ledger_id = $1 order by height`,
      [ledgerId],
    );
    const nodes = await client.query<NodeRow>(
      `select level::integer, index::double precision, encode(hash, 'hex') as hash from log_nodes
        where ledger_id = $1 order by level, index`,
      [ledgerId],
    );
    const check = new LogCheck(stored.rows, nodes.rows, external);
    await check.#checkSignatures(client);
    return check;
  }

  /** The next block, by its recorded hash in hexadecimal. */
  add(height: bigint, hash: string): void {
    if (this.#gap !== null) return;
    if (height !== BigInt(this.#tree.size + 1)) {
      this.#gap = BigInt(this.#tree.size + 1);
      return;
    }
    const leaf = leafHash(Buffer.from(hash, 'hex'));
    this.#tree.add(leaf);
    this.#addNode(0, leaf);
    const stored = this.#stored.get(this.#tree.size);
    if (!stored && !this.#named.has(this.#tree.size)) return;
    const root = this.#tree.root().toString('hex');
    this.#roots.set(this.#tree.size, root);
    if (stored && stored.root !== root) {
      this.#findings.stored.add(`checkpoint at block ${height}`, 'has another root than the blocks up to there');
    }
  }

  /** What was found, once all blocks were added. */
  results(milliseconds: number): CheckResult[] {
    const { stored, nodes, external } = this.#findings;
    for (const size of this.#stored.keys()) {
      if (!this.#roots.has(size))
        stored.add(`checkpoint at block ${size}`, `covers blocks that are gone: ${this.#end()}`);
    }
    for (const place of this.#nodes.keys()) nodes.add(`node ${place}`, 'is of blocks that are not there');
    this.#compareExternal();
    const all = [
      { ...STORED, ...of(stored), checked: this.#stored.size, milliseconds },
      { ...NODES, ...of(nodes), checked: this.#nodeCount, milliseconds },
    ];
    if (this.#external.length === 0) return all;
    return [...all, { ...EXTERNAL, ...of(external), checked: this.#external.length, milliseconds }];
  }

  #compareExternal(): void {
    let sound = 0;
    for (const { size, root } of this.#external) {
      const now = this.#roots.get(size);
      const subject = `external checkpoint at block ${size}`;
      if (now === undefined) {
        this.#findings.external.add(subject, `covers blocks that are gone: ${this.#end()}`);
      } else if (now !== root) {
        const problem = `history was rewritten: the blocks ${sound + 1} to ${size} are not those that were signed`;
        this.#findings.external.add(subject, problem);
      } else {
        sound = size;
      }
    }
  }

  readonly #end = (): string =>
    this.#gap === null ? `the ledger ends at block ${this.#tree.size}` : `block ${this.#gap} is not there`;

  #addNode(level: number, hash: Buffer): void {
    const below = this.#below.get(level) ?? [];
    below.push(hash);
    this.#below.set(level, below);
    if (below.length < 256) return;
    this.#below.set(level, []);
    const node = merkleRoot(below);
    this.#compareNode(level + 8, this.#tree.size / 2 ** (level + 8) - 1, node.toString('hex'));
    this.#addNode(level + 8, node);
  }

  /** They are added in order, so that only those behind the last one may be missing: nobody needed them yet. */
  #compareNode(level: number, index: number, hash: string): void {
    const place = `${level}.${index}`;
    const stored = this.#nodes.get(place);
    this.#nodes.delete(place);
    if (stored === hash) return;
    if (stored !== undefined) this.#findings.nodes.add(`node ${place}`, 'is not the hash of its blocks');
    else if (index < (this.#counts.get(level) ?? 0)) this.#findings.nodes.add(`node ${place}`, 'is not there');
  }

  async #checkSignatures(client: ClientBase): Promise<void> {
    const keys = (await checkpointKeys(client)).map(({ publicKey }) => publicKey.toString('base64'));
    for (const { height, root, note } of [...this.#stored.values()].slice(-SIGNATURES)) {
      const opened = await openCheckpoint(note, keys);
      const problem = !opened.valid
        ? opened.problem
        : opened.proven.size !== height || opened.proven.root !== root
          ? 'is not what its note says'
          : null;
      if (problem) this.#findings.stored.add(`checkpoint at block ${height}`, problem);
    }
  }
}

const of = ({ violations, rows }: Findings): Pick<CheckResult, 'violations' | 'rows'> => ({ violations, rows });
