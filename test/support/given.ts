import {
  addChainNode,
  defineChain,
  type NewChain,
  type NewChainNode,
  type NewChainPlace,
  type NewSupply,
  recordSupply,
  takePlace,
} from '../../src/modules/chain/chain.commands.ts';
import {
  aliasOrganisation,
  defineOffice,
  type NewOffice,
  type NewOrganisation,
  registerOrganisation,
} from '../../src/modules/enterprise/organisation.commands.ts';
import {
  addToBatch,
  defineBatch,
  type NewBatch,
} from '../../src/modules/project/batch.commands.ts';
import {
  addParticipant,
  type NewProject,
  registerProject,
} from '../../src/modules/project/project.commands.ts';
import {
  addParty,
  attachBatch,
  defineEvent,
  type NewEvent,
} from '../../src/modules/promotion/event.commands.ts';
import {
  addTripDestination,
  addTripUnit,
  defineTrip,
  type NewTrip,
  recordLead,
} from '../../src/modules/promotion/trip.commands.ts';
import {
  definePlace,
  defineRegion,
  type NewPlace,
  type NewRegion,
} from '../../src/modules/region/region.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { defineMetric, type NewMetric } from '../../src/modules/source/metric.commands.ts';
import {
  defineAttribute,
  type NewStatement,
  stateFact,
} from '../../src/modules/source/statement.commands.ts';
import { nameSubject, type NewSubject } from '../../src/modules/subject/subject.commands.ts';
import {
  type NewObservation,
  noteEvidence,
  registerDocument,
  reportObservation,
} from '../../src/modules/source/source.commands.ts';
import type { Command } from '../../src/request/command.ts';

/** Runs one command in a transaction of its own. */
type Run = <Input, Output>(command: Command<Input, Output>, input: Input) => Promise<Output>;

interface OnChain {
  readonly chain: string;
}

/**
 * Rows of a test's own, made by the commands that make everybody's. All that a test does not care
 * for has a default; each answers the code that its row is known by.
 */
export class Given {
  private made = 0;
  private evidenceCode: Promise<string> | undefined;
  private cityCode: Promise<string> | undefined;

  constructor(private readonly run: Run) {}

  /** The one place in the one document that all of this is told in. */
  evidence(): Promise<string> {
    this.evidenceCode ??= this.document();
    return this.evidenceCode;
  }

  /** A place in a document of its own: another source, published on a day if one is told. */
  async source(published?: string): Promise<string> {
    const number = this.next();
    const [document, code] = [`SOURCE-${number}`, `SOURCE-${number}-1`];
    await this.run(registerDocument, {
      ...{ code: document, kind: 'ARTICLE', title: `报道${number}` },
      published: published ? { earliest: published, certainty: 'STATED' } : unknownDate,
    });
    await this.run(noteEvidence, { code, document, role: 'BODY', line: 1 });
    return code;
  }

  /** What numbers are of: counts that may be added up, unless told otherwise. */
  async metric(code: string, input: Partial<NewMetric> = {}): Promise<string> {
    await this.run(defineMetric, {
      ...{ code, name: code, unit: 'COUNT', isAdditive: true, isGrowth: false },
      ...{ plannedByNature: false, comparableGroup: code, definition: '测试口径' },
      ...input,
    });
    return code;
  }

  /** A policy, a mechanism or the like. */
  subject(input: Partial<NewSubject> = {}): Promise<string> {
    const number = this.next();
    const made = {
      code: `subject-${number}`,
      kind: 'MECHANISM',
      name: `测试机制${number}`,
    } as const;
    return this.make(nameSubject, { ...made, ...input });
  }

  /** What is stated of a named subject; answers the statement's code. */
  async statement(subject: string, input: Partial<NewStatement> = {}): Promise<string> {
    await this.run(defineAttribute, { code: 'ASKED', name: '测试事项' });
    const stated = {
      ...({ code: `STATED-${this.next()}`, subjectType: 'named_subject', subject } as const),
      ...({ attribute: 'ASKED', valueType: 'TEXT', value: '测试值', kind: 'ACTUAL' } as const),
      ...{ asOf: unknownDate, ...input },
    };
    return this.make(stateFact, stated);
  }

  /** What a source reports of a named subject; answers the observation's code. */
  async observation(subject: string, input: Partial<NewObservation> = {}): Promise<string> {
    const told = {
      ...({ code: `OBSERVED-${this.next()}`, subjectType: 'named_subject', subject } as const),
      ...({ value: '7', unit: 'COUNT', qualifier: 'EXACT', kind: 'ACTUAL' } as const),
      ...{ metric: await this.metric('ASKED'), asOf: unknownDate, ...input },
    };
    return this.make(reportObservation, told);
  }

  /** The one city that everything lies in. */
  city(): Promise<string> {
    this.cityCode ??= this.region({ code: '990000', kind: 'CITY', name: '测试市', parent: null });
    return this.cityCode;
  }

  /** A district of the city, unless told to be something else. */
  async region(input: Partial<NewRegion> = {}): Promise<string> {
    const kind = input.kind ?? 'DISTRICT';
    const number = this.next();
    const isCoded = kind === 'CITY' || kind === 'DISTRICT' || kind === 'COUNTY';
    const parent = input.parent === undefined ? await this.city() : input.parent;
    const code = isCoded ? `99${String(number).padStart(4, '0')}` : `TEST-${number}`;
    return this.make(defineRegion, { code, kind, name: `测试区${number}`, ...input, parent });
  }

  async enterprise(input: Partial<NewOrganisation> = {}): Promise<string> {
    const number = this.next();
    const made = { code: `enterprise-${number}`, name: `测试企业${number}` };
    return this.make(registerOrganisation, { kind: 'ENTERPRISE', ...made, ...input });
  }

  /** Another name of an enterprise. */
  async enterpriseAlias(organisation: string, name: string): Promise<void> {
    await this.run(aliasOrganisation, { organisation, name, evidence: await this.evidence() });
  }

  office(input: Partial<NewOffice> = {}): Promise<string> {
    const number = this.next();
    return this.make(defineOffice, {
      ...{ code: `office-${number}`, title: `测试职务${number}` },
      ...input,
    });
  }

  async project({
    owner,
    ...input
  }: Partial<NewProject> & { owner?: string } = {}): Promise<string> {
    const number = this.next();
    const made = { code: `project-${number}`, name: `测试项目${number}`, started: unknownDate };
    const project = await this.make(registerProject, { ...made, ...input });
    if (owner !== undefined) await this.participant(project, owner);
    return project;
  }

  async participant(
    project: string,
    organisation: string,
    role: 'OWNER' | 'PARTNER' = 'OWNER',
  ): Promise<void> {
    const evidence = await this.evidence();
    await this.run(addParticipant, { project, organisation, role, evidence });
  }

  /** A chain; with so many districts, each with so many enterprises that supply it from there. */
  async chain(
    code = `chain-${this.next()}`,
    options: Partial<NewChain> & { districts?: number; suppliersEach?: number } = {},
  ): Promise<string> {
    const { districts = 0, suppliersEach = 0, ...input } = options;
    await this.make(defineChain, { name: `测试链${this.next()}`, ...input, code });
    if (districts > 0) await this.node({ chain: code, name: '零部件' });
    for (let district = 0; district < districts; district += 1) {
      const site = await this.region();
      for (let supplier = 0; supplier < suppliersEach; supplier += 1) {
        await this.supply({ chain: code, node: '零部件', site });
      }
    }
    return code;
  }

  /** A node of a chain, by its name. */
  async node(input: Partial<NewChainNode> & OnChain): Promise<string> {
    const number = this.next();
    const name = `测试环节${number}`;
    const evidence = await this.evidence();
    const made = { position: 'SUPPORTING', sequence: number, name, evidence } as const;
    const node = await this.run(addChainNode, { ...made, ...input });
    return node.name;
  }

  /** What an enterprise supplies on a node; answers who it is. */
  async supply(input: Partial<NewSupply> & OnChain & { node: string }): Promise<string> {
    const supplier = input.supplier ?? (await this.enterprise());
    const evidence = await this.evidence();
    const made = { product: `测试产品${this.next()}`, tier: 1, evidence };
    await this.run(recordSupply, { ...made, ...input, supplier });
    return supplier;
  }

  async place(input: Omit<NewChainPlace, 'evidence'>): Promise<void> {
    await this.run(takePlace, { ...input, evidence: await this.evidence() });
  }

  async batch(options: Partial<NewBatch> & { members?: readonly string[] } = {}): Promise<string> {
    const { members = [], ...input } = options;
    const number = this.next();
    const batch = await this.make(defineBatch, {
      ...{ code: `batch-${number}`, kind: 'COLLECTIVE_START', name: `测试批次${number}` },
      ...{ held: unknownDate, sectorsComplete: false, membersComplete: false },
      ...input,
    });
    const evidence = await this.evidence();
    for (const project of members) {
      await this.run(addToBatch, { batch, project, role: 'STARTED', evidence });
    }
    return batch;
  }

  async event(
    options: Partial<NewEvent> & { hosts?: readonly string[]; batches?: readonly string[] } = {},
  ): Promise<string> {
    const { hosts = [], batches = [], ...input } = options;
    const number = this.next();
    const event = await this.make(defineEvent, {
      ...{ code: `event-${number}`, kinds: ['CONFERENCE'], name: `测试活动${number}` },
      ...{ held: unknownDate, partiesComplete: false, topicsComplete: false },
      ...input,
    });
    const evidence = await this.evidence();
    for (const [index, organisation] of hosts.entries()) {
      await this.run(addParty, {
        event,
        role: 'HOST',
        position: index + 1,
        organisation,
        evidence,
      });
    }
    for (const batch of batches) await this.run(attachBatch, { event, batch, evidence });
    return event;
  }

  /** A trip: the regions that went, the places they went to, and what its leads are about. */
  async trip(
    options: Partial<NewTrip> & {
      units?: readonly string[];
      destinations?: number;
      leads?: readonly { organisation?: string; project?: string; name?: string }[];
    } = {},
  ): Promise<string> {
    const { units = [], destinations = 0, leads = [], ...input } = options;
    const number = this.next();
    const trip = await this.make(defineTrip, {
      ...{ code: `trip-${number}`, kind: 'DOMESTIC', name: `测试出访${number}` },
      ...{ departed: unknownDate, unitsComplete: true, destinationsComplete: true },
      ...input,
    });
    const evidence = await this.evidence();
    for (const region of units) await this.run(addTripUnit, { trip, region, evidence });
    for (let place = 0; place < destinations; place += 1) {
      await this.run(addTripDestination, { trip, place: await this.destination(), evidence });
    }
    for (const about of leads) {
      const code = `lead-${this.next()}`;
      const lead = { code, name: `测试线索${code}`, noted: unknownDate, ...about };
      await this.run(recordLead, { trip, ...lead, evidence });
    }
    return trip;
  }

  /** A place outside the city. */
  destination(input: Partial<NewPlace> = {}): Promise<string> {
    const number = this.next();
    const made = { code: `place-${number}`, kind: 'CITY', name: `测试城市${number}` } as const;
    return this.make(definePlace, { ...made, ...input });
  }

  private async document(): Promise<string> {
    const document = 'TEST-DOCUMENT';
    const title = '测试文件';
    await this.run(registerDocument, {
      ...{ code: document, kind: 'ARTICLE', title },
      published: unknownDate,
    });
    await this.run(noteEvidence, { code: 'TEST-1', document, role: 'BODY', line: 1 });
    return 'TEST-1';
  }

  private async make<Input extends { code: string; evidence: string }>(
    command: Command<Input, unknown>,
    input: Omit<Input, 'evidence'> & { evidence?: string },
  ): Promise<string> {
    const evidence = input.evidence ?? (await this.evidence());
    const whole = { ...input, evidence } as unknown as Input;
    await this.run(command, whole);
    return whole.code;
  }

  private next(): number {
    this.made += 1;
    return this.made;
  }
}
