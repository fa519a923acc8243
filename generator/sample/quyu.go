package main

// quyu is G: a district's measures, each with a lead and responsible offices, and targets that can be measured.
// The text does not name the district, and has lost a year; what the sample chose stands in 说明.
func quyu(s site) {
	p := &place{
		path: "quyu", name: "某区（示例）", kind: "district", line: 501, note: "原文没有写区名",
		office: "区农业农村局", supervisor: "区纪委监委",
	}
	p.writePlace(s)
	writeTasks(s, p, []heading{
		{"总体目标", quyuAims()}, {"农村基层党组织建设", quyuParty()}, {"乡村自治实践", quyuSelf()},
	})
}

func quyuAims() []task {
	return []task{
		{no: "0.1", name: "乡村治理的制度框架和政策体系基本形成", state: "进行中", note: "原文的年份已缺，截止日空着；没有写明由谁负责。"},
		{no: "0.2", name: "乡村治理体系和治理能力基本实现现代化", due: "2035-12-31", state: "进行中", note: "原文写到2035年；没有写明由谁负责。"},
	}
}

func quyuParty() []task {
	const (
		organisers = "区委组织部"
		second     = "区农业农村局、区财政局、各镇和道北街道"
		third      = "区委编办、区人社局、区民政局、各镇和道北街道"
		fourth     = "区文明办、区民政局、区妇联、区残联、各镇和道北街道"
	)
	return []task{
		{
			no: "1.1", name: "理顺村级组织", lead: "区委组织部、区农业农村局", offices: "区民政局、各镇和道北街道", state: "进行中", see: "articles/supervision",
			note: "党组织领导，村民自治和村务监督为基础，集体经济和合作组织为纽带，其他组织作补充。",
		},
		{
			no: "1.2", name: "发挥村党组织的作用", lead: organisers, offices: second, state: "进行中",
			note: "领导干部包抓，重要事项先由党组织研究，足额落实办公经费和村干部报酬。",
		},
		{
			no: "1.2.1", name: "每年列入整顿的薄弱党组织所占比例", lead: organisers, offices: second,
			target: "≥10", current: "10.4", unit: "%", due: "2023-12-31", state: "已完成", note: "每年一次；原文没有写日期，示例取年末。现值由示例设定。",
		},
		{
			no: "1.2.2", name: "集体积累5万元以上的村所占比例", lead: organisers, offices: second,
			target: "≥60", current: "57.5", unit: "%", due: "2023-12-31", state: "进行中", note: "原文的年份只剩“20xx年底”，示例取2023年。现值由示例设定。",
		},
		{
			no: "1.3", name: "选好配强村两委", lead: organisers, offices: third, state: "进行中",
			note: "书记任免在区里备案，推进书记、主任一肩挑，成员资格联审，分级培训，考核与报酬挂钩。",
		},
		{
			no: "1.3.1", name: "村两委职级与后备人数之比", lead: organisers, offices: third,
			target: "1:1", current: "1", due: "2023-12-31", state: "已完成", note: "原文没有写期限，示例取2023年末。现值由示例设定。",
		},
		{
			no: "1.3.2", name: "村党组织书记与后备人数之比", lead: organisers, offices: third,
			target: "1:2", current: "1.6", due: "2024-12-31", state: "进行中", note: "原文没有写期限，示例取2024年末。现值由示例设定。",
		},
		{
			no: "1.4", name: "党员带头", lead: organisers, offices: fourth, state: "进行中",
			note: "设岗定责、联系农户、志愿服务，关爱困难群众。",
		},
		{
			no: "1.4.1", name: "每个行政村每两年发展的青年党员", lead: organisers, offices: fourth,
			target: "≥1", current: "1", unit: "名", due: "2024-12-31", state: "进行中", note: "现值是人数最少的村，由示例设定；原文没有写从哪一年算起，示例取2023和2024两年。",
		},
		{
			no: "1.5", name: "给村里减负", offices: "区委组织部、区民政局、区农业农村局、各镇和道北街道", state: "进行中",
			note: "清理行政事务、检查评比、台账和证明，推行信息化。原文没有写明牵头单位。",
		},
		{
			no: "1.6", name: "提升镇、村为农服务", lead: "区委编办、区民政局", state: "进行中",
			offices: "区委组织部、区委政法委、区农业农村局、区财政局、区市场监管部门、各镇和道北街道",
			note:    "建统一平台和村级服务设施，全面推行为民代办，合适的服务由政府购买。市场监管部门的全称，原文已缺。",
		},
	}
}

func quyuSelf() []task {
	return []task{
		{
			no: "2.1", name: "提高村民自治能力", lead: "区民政局", offices: "区公安分局、区司法局、区财政局、区农业农村局、各镇和道北街道", state: "进行中", see: "articles/supervision",
			note: "健全村民（代表）会议，公益设施共管共享，发展群防群治力量，让外来人口参与，保障外出务工人员的权益。",
		},
		{
			no: "2.2", name: "健全议事协商", offices: "区民政局、区农业农村局、各镇和道北街道", state: "进行中", see: "articles/deliberation",
			note: "全面推行四议三双，办好各类议事会，公益项目由村民自己选、议、建、管。原文没有写明牵头单位。",
		},
	}
}
