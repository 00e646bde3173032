export type Position = 'UPSTREAM' | 'MIDSTREAM' | 'DOWNSTREAM' | 'SUPPORTING' | 'ANCHOR';

type Word = readonly [zh: string, en: string];

export interface CatalogNode {
  readonly position: Position;
  readonly name: Word;
  /** What is supplied there. An anchor's node is supplied by nobody. */
  readonly products: readonly Word[];
}

export interface CatalogChain {
  readonly code: string;
  readonly name: Word;
  readonly nodes: readonly CatalogNode[];
}

const POSITIONS: Readonly<Record<string, Position>> = {
  上: 'UPSTREAM',
  中: 'MIDSTREAM',
  下: 'DOWNSTREAM',
  配: 'SUPPORTING',
  主: 'ANCHOR',
};

const word = (text: string): Word => {
  const [zh = '', ...en] = text.trim().split(' ');
  return [zh, en.join(' ')];
};

/** One line a node: its position, its name, and its products after a colon. */
function chain(code: string, name: Word, lines: string): CatalogChain {
  const nodes = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [head = '', products = ''] = line.trim().split(':');
      return {
        position: POSITIONS[head.charAt(0)] ?? 'SUPPORTING',
        name: word(head.slice(1)),
        products: products === '' ? [] : products.split(',').map(word),
      };
    });
  return { code, name, nodes };
}

/** The chains, BYD's first. Their places here are their numbers, and those of their anchors. */
export const CATALOG: readonly [CatalogChain, ...CatalogChain[]] = [
  chain(
    'byd',
    ['比亚迪链', "BYD's chain"],
    `
    上 锂电材料 Battery materials: 正极材料 Cathode material, 负极材料 Anode material, 隔膜 Separator
    上 铝材 Aluminium: 铝型材 Aluminium profile, 铝箔 Aluminium foil
    上 钢材 Steel: 冷轧板 Cold-rolled sheet, 特种钢 Special steel
    上 橡塑材料 Rubber and plastics: 改性塑料 Modified plastic, 密封胶 Sealant
    中 动力电池 Traction battery: 电池壳体 Battery case, 电池托盘 Battery tray, 热管理板 Cooling plate
    中 电驱动 Electric drive: 电机定子 Motor stator, 减速器齿轮 Reducer gear
    中 车规半导体 Automotive semiconductor: 功率模块 Power module, 传感器 Sensor
    中 底盘 Chassis: 控制臂 Control arm, 制动盘 Brake disc, 转向节 Steering knuckle
    中 车身 Body: 冲压件 Stamping, 车门总成 Door assembly
    中 线束 Wiring harness: 高压线束 High-voltage harness, 连接器 Connector
    中 内外饰 Trim: 座椅骨架 Seat frame, 仪表板 Dashboard
    主 整车 Complete vehicle
    下 充换电 Charging: 充电桩 Charger, 配电柜 Distribution cabinet
    下 销售服务 Sales and service: 二手车整备 Reconditioning
    配 模具工装 Moulds and tooling: 冲压模具 Stamping die, 检具 Gauge
    配 物流仓储 Logistics: 零部件循环箱 Returnable box, 厂内物流 In-plant logistics
    配 电池回收 Battery recycling: 再生材料 Recycled material`,
  ),
  chain(
    'integrated-circuits',
    ['集成电路链', 'Integrated circuits'],
    `
    上 衬底材料 Substrates: 碳化硅衬底 Silicon carbide substrate, 外延片 Epitaxial wafer
    上 电子化学品 Electronic chemicals: 光刻胶 Photoresist, 电子气体 Electronic gas
    中 制造 Fabrication: 功率芯片 Power chip, 晶圆加工 Wafer processing
    主 设计 Design
    下 封测 Packaging and test: 封装基板 Package substrate, 测试服务 Testing
    配 洁净工程 Cleanrooms: 洁净厂房 Cleanroom building`,
  ),
  chain(
    'biomedicine',
    ['生物医药链', 'Biomedicine'],
    `
    上 原料药 Active ingredients: 中间体 Intermediate, 辅料 Excipient
    中 制剂 Formulations: 注射剂 Injection, 固体制剂 Solid dosage form
    主 创新药 Innovative drugs
    下 流通 Distribution: 冷链配送 Cold chain delivery
    配 检验检测 Inspection: 药品检测 Drug testing`,
  ),
  chain(
    'intelligent-equipment',
    ['智能装备链', 'Intelligent equipment'],
    `
    上 关键零部件 Key parts: 数控系统 Numerical control, 主轴 Spindle, 导轨 Guideway
    中 数控机床 Machine tools: 床身铸件 Bed casting, 刀库 Tool magazine
    主 整机 Complete machines
    下 集成应用 Integration: 产线集成 Line integration
    配 铸造热处理 Casting and heat treatment: 热处理 Heat treatment`,
  ),
  chain(
    'new-materials',
    ['新材料链', 'New materials'],
    `
    上 基础原料 Basic materials: 树脂 Resin, 碳纤维 Carbon fibre
    中 复合材料 Composites: 预浸料 Prepreg, 型材 Profile
    主 先进材料 Advanced materials
    下 应用 Applications: 轻量化部件 Lightweight part
    配 检测 Testing: 材料检测 Material testing`,
  ),
  chain(
    'software',
    ['软件与信息链', 'Software and information'],
    `
    上 基础软件 System software: 数据库授权 Database licence, 中间件 Middleware
    中 工业软件 Industrial software: 仿真软件 Simulation, 制造执行系统 Manufacturing execution
    主 平台 Platforms
    下 行业方案 Industry solutions: 实施服务 Implementation
    配 算力 Computing: 算力服务 Computing service`,
  ),
  chain(
    'hydrogen',
    ['氢能链', 'Hydrogen'],
    `
    上 制氢 Production: 电解槽 Electrolyser, 催化剂 Catalyst
    中 储运 Storage: 储氢瓶 Hydrogen tank, 阀门 Valve
    主 燃料电池 Fuel cells
    下 加氢应用 Refuelling: 加氢机 Dispenser
    配 安全监测 Safety: 氢传感器 Hydrogen sensor`,
  ),
  chain(
    'low-altitude',
    ['低空经济链', 'Low-altitude economy'],
    `
    上 航空材料 Aviation materials: 复合蒙皮 Composite skin, 航空铝 Aviation aluminium
    中 飞控动力 Control and power: 飞控模块 Flight controller, 电推进 Electric propulsion
    主 整机 Aircraft
    下 运营 Operation: 巡检服务 Inspection service
    配 起降设施 Landing sites: 起降场 Landing pad`,
  ),
  chain(
    'food',
    ['现代食品链', 'Modern foods'],
    `
    上 农产品 Farm produce: 小麦 Wheat, 蔬菜 Vegetables
    中 加工 Processing: 预制菜 Prepared dish, 调味料 Seasoning
    主 品牌食品 Branded foods
    下 流通零售 Retail: 电商配送 E-commerce delivery
    配 包装 Packaging: 食品包装 Food packaging`,
  ),
];
