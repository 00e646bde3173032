/** The words that names of enterprises are made of, in the simplified script. */

const words = (text: string) => text.trim().split(/\s+/);
const longestFirst = (one: string, other: string) => other.length - one.length;

/** What kind of legal entity a name says it is; 有限公司 and 有限责任公司 are one. */
export type LegalForm =
  'LIMITED' | 'STOCK' | 'PARTNERSHIP' | 'FACTORY' | 'COOPERATIVE' | 'SOLE' | 'FIRM' | 'FOREIGN';

/** `null` says that it is a company, and not which kind. */
export const FORMS: readonly (readonly [ending: string, form: LegalForm | null])[] = (
  [
    ['STOCK', '股份有限公司 股份公司'],
    ['LIMITED', '有限责任公司 有限公司 责任有限公司 coltd companylimited llc ltd'],
    ['PARTNERSHIP', '合伙企业 有限合伙 普通合伙 特殊普通合伙'],
    ['FACTORY', '总厂 工厂 厂'],
    ['COOPERATIVE', '农民专业合作社 专业合作社 合作社'],
    ['SOLE', '商行 经营部 门市部 工作室 商店 超市'],
    ['FIRM', '律师事务所 会计师事务所 事务所'],
    ['FOREIGN', '株式会社 inc corporation corp gmbh'],
    [null, '总公司 公司'],
  ] as const
)
  .flatMap(([form, endings]) => words(endings).map((ending) => [ending, form] as const))
  .sort(([one], [other]) => longestFirst(one, other));

/** What stands in the middle of a branch's name: 有限公司, behind which the branch is told. */
export const COMPANY_ENDINGS = words('股份有限公司 有限责任公司 有限公司 集团公司');

export const GROUP = '集团';

/** A part of another legal entity, never that one itself. */
export const BRANCHES = words(`
  分公司 分厂 分行 支行 分店 分部 分院 分所 分中心 营业部 办事处 代表处 项目部 事业部 区域管理总部 区域总部
`).sort(longestFirst);

/** By the first two digits of GB/T 2260. */
export const PROVINCES: Readonly<Record<string, string>> = {
  ...{ 11: '北京', 12: '天津', 13: '河北', 14: '山西', 15: '内蒙古', 21: '辽宁', 22: '吉林' },
  ...{ 23: '黑龙江', 31: '上海', 32: '江苏', 33: '浙江', 34: '安徽', 35: '福建', 36: '江西' },
  ...{ 37: '山东', 41: '河南', 42: '湖北', 43: '湖南', 44: '广东', 45: '广西', 46: '海南' },
  ...{ 50: '重庆', 51: '四川', 52: '贵州', 53: '云南', 54: '西藏', 61: '陕西', 62: '甘肃' },
  ...{ 63: '青海', 64: '宁夏', 65: '新疆', 71: '台湾', 81: '香港', 82: '澳门' },
};

/** Names begin with them, or have them in brackets. The graph's own regions come beside. */
export const PLACES = [
  ...Object.values(PROVINCES),
  ...words(`
    中国 全国
    济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 莱芜
    石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 长治 运城 呼和浩特 包头 鄂尔多斯
    沈阳 大连 鞍山 抚顺 锦州 营口 长春 吉林 哈尔滨 齐齐哈尔 大庆 南京 无锡 徐州 常州 苏州 南通 连云港 淮安
    盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 马鞍山
    福州 厦门 泉州 漳州 莆田 南昌 九江 赣州 郑州 开封 洛阳 新乡 安阳 许昌 南阳 商丘 武汉 宜昌 襄阳 荆州
    长沙 株洲 湘潭 衡阳 岳阳 常德 广州 深圳 珠海 汕头 佛山 东莞 中山 惠州 江门 湛江 肇庆 南宁 柳州 桂林
    海口 三亚 成都 绵阳 德阳 宜宾 贵阳 遵义 昆明 拉萨 西安 宝鸡 咸阳 兰州 西宁 银川 乌鲁木齐`),
];

/** What may stand behind the name of a place: 济南市, 山东省. */
export const PLACE_ENDINGS = ['自治区', '特别行政区', '省', '市', '区', '县'];

/** What enterprises do. A name without its industry, or with another one, is another name. */
export const INDUSTRIES: ReadonlySet<string> = new Set(
  words(`
  科技 网络科技 信息科技 信息技术 技术 电子科技 生物科技 环保科技 能源科技 新能源科技 农业科技 智能科技 数字科技
  软件 网络 信息 数据 大数据 通信 通讯 电信 电子 电子商务 电商 半导体 微电子 集成电路 芯片 光电 光电子 激光 光学
  机械 精密机械 工程机械 机械制造 重工 重工业 机床 数控机床 数控 机电 机电设备 机电工程 设备 机械设备 装备
  智能装备 智能制造 自动化 机器人 仪器 仪表 仪器仪表 电气 电器 电力 电力设备 电机 电缆 电线电缆 电源 阀门 泵业
  轴承 齿轮 模具 铸造 锻造 锻压 压力容器 锅炉 制冷 空调 暖通 五金 工具 紧固件 焊接 液压 密封 传动
  汽车 新能源汽车 汽车零部件 汽车配件 汽配 汽车科技 汽车销售 汽车服务 车辆 客车 摩托车 轮胎 线束 电池 电池材料
  动力电池 新能源 能源 太阳能 光伏 风电 储能 热力 热电 燃气 石油 石化 化工 精细化工 化学 涂料 颜料 塑料 塑胶 橡胶
  橡塑 新材料 材料 复合材料 玻璃 陶瓷 水泥 建材 钢铁 特种钢 钢构 钢结构 金属 铝业 铜业 有色金属 石业 石材 矿业
  生物 生物医药 医药 制药 药业 医疗 医疗器械 医疗科技 健康 健康科技 大健康 保健品 生物工程 生物技术 基因
  食品 食品科技 乳业 酒业 饮料 粮油 油脂 饲料 农业 农业发展 种业 畜牧 牧业 水产 园林 园林绿化 林业 生态 生态农业
  建筑 建筑工程 建设 建设工程 建设集团 工程 工程建设 市政工程 装饰 装饰工程 设计 建筑设计 规划设计 勘察 监理 置业
  房地产 房地产开发 地产 物业 物业管理 物业服务 城市建设 城市发展 城建 基础设施 水利 水务 环境 环境工程 环保 节能
  物流 供应链 供应链管理 运输 交通 航空 航运 港口 冷链 仓储 快递 铁路 轨道交通 贸易 商贸 国际贸易 进出口 实业 工贸
  商业 商业管理 商务 百货 零售 连锁 投资 投资管理 投资控股 控股 资本 资产管理 产业投资 产业发展 股权投资 创业投资
  基金管理 金融 融资租赁 融资担保 担保 小额贷款 保险 证券 信托 租赁 典当 文化 文化传媒 传媒 广告 影视 出版 印刷 包装
  旅游 酒店 酒店管理 餐饮 餐饮管理 教育 教育科技 培训 体育 咨询 管理咨询 企业管理 人力资源 会展 服务 服饰 服装 纺织
  家具 家居 家电 玩具 造纸 纸业 珠宝 检测 检验检测 测绘 安防 安全技术 消防 电梯 船舶 海洋 海洋科技 航天 无人机
  发展 开发 管理 运营 制造 加工 销售 精密 智能 数字 创新`),
);

/**
 * Characters that are taken for each other by the eye: what is read off paper, or chosen from a list,
 * comes out as its neighbour here.
 */
const ALIKE = words(`
  泰秦 未末 土士 己已巳 日曰 天夭 人入八 千干于 大太犬 戊戌戍 折拆析 晴睛 祥详 械戒 备各 金全 州洲 润闰 技枝支 体休
  轮论 治冶 汽气 申电 艰根 辰晨 司同 材村 科料 贸贺 鑫森 博搏 恒桓 浩洁 晟晨 瑞端 诚城 盛晟 洋泮 海梅
  精清 密蜜 件仵 仪义 侯候 历厉 宇字 官宫 拨拔 明朋 暧暖 炼练 烁砾 砺励 祺棋 端瑞 维唯 纬伟 茂芪 莱菜 萃翠
  裕浴 赢羸 达迖 远运 迪油 钧钓 铭名 锋蜂 间问 阀闲 隆降 骏俊 魁魅 鸿鸪 鼎鼐 龙尤 佳住 元无 丰半 久夂 凯剀
  华毕 卓桌 双叉 启后 嘉喜 国囯 圣坚 坤神 巨臣 建健 强弛 慧彗 旭旮 昊吴 昌冒 景影 晶品 森林 楷揩 沃沐 泽译 湛堪
  源原 热势 煤媒 爱受 王玉 环坏 珠株 理埋 琪淇 益盖 硕顾 磊品 移栘 竞竟 策第 纳钠 绿录 美羡 联朕 胜性
  药约 营萤 融隔 贝见 车东 酒洒 鲁鱼 齐斉 新薪 器噐 限根 公么 有冇 压庄 容客 轴抽 承丞 模摸 铸铐`);

const alike = new Set(
  ALIKE.flatMap((group) => {
    const each = Array.from(group);
    return each.flatMap((one) => each.filter((other) => other !== one).map((other) => one + other));
  }),
);

/** Whether two characters look alike. */
export const looksAlike = (one: string, other: string): boolean => alike.has(one + other);

/** Where names differ in one of these, they mean to: 第一机床, 第二机床. */
export const TELLS_APART = /[0-9一二三四五六七八九十东南西北中新老上下大小甲乙丙丁]/u;
