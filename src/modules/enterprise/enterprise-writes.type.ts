import { Field, InputType, Int } from 'type-graphql';
import { payloadOf } from '../../kit/payload.type.ts';
import { SubmittedInput } from '../source/submission.type.ts';
import type { EnterpriseCorrection, EnterpriseCreation } from './enterprise.commands.ts';
import type { OrganisationKind } from './organisation.entity.ts';
import { EnterpriseType, OrganisationKindEnum } from './organisation.type.ts';

const shownEnterprise = { enterprise: { type: () => EnterpriseType, term: '企业' } };

/** What whoever creates an enterprise and whoever puts one right say of it. */
@InputType()
abstract class EnterpriseDetailsInput extends SubmittedInput {
  @Field(() => OrganisationKindEnum, {
    nullable: true,
    description:
      '组织类型 · ENTERPRISE, PLATFORM_COMPANY or FINANCIAL; a new one is an ENTERPRISE unless told.',
  })
  kind?: OrganisationKind | null;

  @Field(() => String, {
    nullable: true,
    description:
      '统一社会信用代码 · 18 characters, the last of which checks the others; null where not known.',
  })
  creditCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '英文名 · A rendering of its name in English.',
  })
  nameEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '繁体名 · Its name in traditional script.',
  })
  nameHant?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '注册地 · The code of the district, county or zone where it is registered.',
  })
  district?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '行政区划 · The code of the district or county in which its zone lies, where that is known.',
  })
  administrativeDistrict?: string | null;
}

@InputType('CreateEnterpriseInput', {
  description: '新建企业输入 · An enterprise that is new to the register.',
})
export class CreateEnterpriseInput extends EnterpriseDetailsInput implements EnterpriseCreation {
  @Field(() => String, {
    nullable: true,
    description:
      '代码 · Its code, for good: lower-case letters, digits, hyphens; made for you where left out.',
  })
  code?: string | null;

  @Field(() => String, { description: '名称 · Its name in simplified Chinese.' })
  name!: string;
}

@InputType('CorrectEnterpriseInput', {
  description: '更正企业输入 · What to put right: what is left out stays, null clears.',
})
export class CorrectEnterpriseInput extends EnterpriseDetailsInput implements EnterpriseCorrection {
  @Field(() => String, { description: '代码 · The code of the enterprise; it never changes.' })
  code!: string;

  @Field(() => Int, {
    description: '版本 · The version that you have seen; another one now is a conflict.',
  })
  version!: number;

  @Field(() => String, { nullable: true, description: '名称 · Its name in simplified Chinese.' })
  name?: string | null;
}

export const CreateEnterprisePayload = payloadOf('CreateEnterprise', '新建企业', shownEnterprise);
export const CorrectEnterprisePayload = payloadOf('CorrectEnterprise', '更正企业', shownEnterprise);
