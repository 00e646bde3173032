import type { Dice } from './random.ts';

/** Everything that the generator names says so itself: no row of it can be taken for a fact. */
const MARK = '〔合成〕';
const MARK_EN = '(synthetic)';

/** A name with its mark, in both languages, as the columns of a row. */
export interface Named {
  readonly name: string;
  readonly name_en: string;
}

export const marked = (zh: string, en: string): Named => ({
  name: `${zh}${MARK}`,
  name_en: `${en} ${MARK_EN}`,
});

type Word = readonly [zh: string, en: string];
type Words = readonly [Word, ...Word[]];

const wordsOf = (text: string): Words =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .flatMap((line) => line.split(/\s*[,，]\s*/))
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [zh = '', ...en] = pair.split(' ');
      return [zh, en.join(' ')] as const;
    }) as unknown as Words;

const PLACES = wordsOf(`
  济南 Jinan, 济南 Jinan, 济南 Jinan, 山东 Shandong, 山东 Shandong, 泉城 Quancheng, 齐鲁 Qilu`);

/** Two characters make a firm's own word (字号); rare ones, so that hardly a real firm bears it. */
const FIRST_CHARACTERS = wordsOf(`
  砚 yan, 岚 lan, 澄 cheng, 穗 sui, 霁 ji, 棠 tang, 翎 ling, 珩 heng, 屿 yu, 芷 zhi, 槿 jin, 漪 yi,
  骁 xiao, 蔚 wei, 樾 yue, 沅 yuan, 箬 ruo, 旻 min, 缇 ti, 朔 shuo, 麓 lu, 渌 lu, 楹 ying, 昀 yun,
  琮 cong, 苒 ran, 峤 qiao, 湜 shi, 筠 jun, 晞 xi, 荻 di, 铖 cheng, 墨 mo, 桁 heng, 邺 ye, 濯 zhuo`);
const SECOND_CHARACTERS = wordsOf(`
  禾 he, 舟 zhou, 岫 xiu, 弦 xian, 川 chuan, 桥 qiao, 序 xu, 衡 heng, 野 ye, 帆 fan, 渡 du, 垣 yuan,
  圃 pu, 辰 chen, 石 shi, 泽 ze, 野 ye, 笛 di, 锚 mao, 塔 ta, 谷 gu, 塬 yuan, 潮 chao, 汀 ting,
  屏 ping, 轩 xuan, 橹 lu, 砺 li, 鸢 yuan, 穹 qiong, 堤 di, 苇 wei, 枢 shu, 璞 pu, 陌 mo, 岸 an`);

const INDUSTRIES = wordsOf(`
  精密机械 Precision Machinery, 汽车零部件 Auto Parts, 电池材料 Battery Materials, 电子 Electronics,
  半导体 Semiconductor, 智能装备 Intelligent Equipment, 新材料 New Materials, 生物医药 Biomedicine,
  软件 Software, 信息技术 Information Technology, 物流 Logistics, 食品 Foods, 环保科技 Environmental Technology,
  铸造 Foundry, 模具 Moulds, 线束 Wiring Harness, 橡塑 Rubber and Plastics, 特种钢 Special Steel,
  铝业 Aluminium, 仪器仪表 Instruments, 光电 Photoelectric, 机器人 Robotics, 能源科技 Energy Technology,
  建筑工程 Construction, 医疗器械 Medical Devices, 包装 Packaging, 轴承 Bearings, 涂料 Coatings,
  数控机床 Machine Tools, 冷链 Cold Chain`);

const FORMS = wordsOf(`
  有限公司 Co. Ltd., 有限公司 Co. Ltd., 有限公司 Co. Ltd., 股份有限公司 Corporation,
  集团有限公司 Group Co. Ltd., 有限责任公司 LLC`);

/** Names that many enterprises bear: homonyms must page as well as others do. */
const HOMONYMS = wordsOf(`
  济南砚禾汽车零部件有限公司 Jinan Yanhe Auto Parts Co. Ltd., 山东澄川电子有限公司 Shandong Chengchuan Electronics Co. Ltd.,
  济南岚桥模具有限公司 Jinan Lanqiao Moulds Co. Ltd., 泉城穗野食品有限公司 Quancheng Suiye Foods Co. Ltd.,
  济南霁帆软件有限公司 Jinan Jifan Software Co. Ltd., 山东棠序物流有限公司 Shandong Tangxu Logistics Co. Ltd.`);

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A firm's own word (字号), such as 砚禾 Yanhe. */
export function firmWord(dice: Dice): Word {
  const [first, firstEn] = dice.pick(FIRST_CHARACTERS);
  const [second, secondEn] = dice.pick(SECOND_CHARACTERS);
  return [first + second, capital(firstEn + secondEn)];
}

/** An enterprise's name: place, own word, industry and legal form. */
export function enterpriseName(dice: Dice): Named & { readonly short: string } {
  const [word, wordEn] = firmWord(dice);
  if (dice.chance(0.03)) {
    const [zh, en] = dice.pick(HOMONYMS);
    return { ...marked(zh, en), short: `${zh.slice(2, 4)}${MARK}` };
  }
  const [place, placeEn] = dice.pick(PLACES);
  const [industry, industryEn] = dice.pick(INDUSTRIES);
  const [form, formEn] = dice.pick(FORMS);
  return {
    ...marked(`${place}${word}${industry}${form}`, `${placeEn} ${wordEn} ${industryEn} ${formEn}`),
    short: `${word}${industry}${MARK}`,
  };
}
