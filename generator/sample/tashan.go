package main

// tashan is T: a town's plan for 2012 with what each project costs and makes. Sums, quantities and what is under
// way are the text's; where it is silent, place, date and progress are the sample's, and 说明 says so.
func tashan(s site) {
	p := &place{
		path: "tashan", name: "塔山镇（示例）", kind: "town", line: 601,
		office: "塔山镇人民政府", supervisor: "塔山镇纪委",
	}
	p.writePlace(s)
	writeTasks(s, p, []heading{{"人居环境与公共服务", tashanTown()}, {"现代农业", tashanFarming()}})
}

const (
	yearEnd = day("2012-12-31")
	chosen  = "截止日和进度由示例设定。"
	nowhere = "原文没有逐项写地点，示例按这一段的末尾填写；截止日和进度由示例设定。"
)

// tashanTown are the projects of the plan's second part.
func tashanTown() []task {
	list := []task{
		{no: "1", name: "修建下水道", target: "10986", current: "10986", unit: "米", state: "已完成", note: "投资额在原文中已缺，只剩“万元”两个字，这里空着。" + nowhere},
		{no: "2", name: "安装太阳能路灯", target: "210", current: "180", unit: "盏", investment: "60", state: "进行中", note: nowhere},
		{no: "3", name: "新建垃圾池", target: "30", current: "30", unit: "个", investment: "5", state: "已完成", note: nowhere},
		{no: "4", name: "绿化", target: "10986", current: "10986", unit: "米", investment: "30", state: "已完成", note: nowhere},
		{no: "5", name: "建设农村服务中心", target: "2", current: "2", unit: "处", investment: "45", state: "已完成", note: "两处合计建筑面积350平方米，合计投资45万元。" + nowhere},
		{no: "6", name: "建设秸秆气化站", target: "1", current: "0", unit: "座", investment: "200", state: "已推迟", note: nowhere},
		{no: "7", name: "营城公园健身广场", target: "15", current: "15", unit: "亩", investment: "20", place: "营城公园", state: "已完成", note: chosen},
		{no: "8", name: "建设花坛", target: "20", current: "20", unit: "个", place: "营城公园", state: "已完成", note: "随健身广场一起建，原文没有单列投资。" + chosen},
		{no: "9", name: "镇区三纵三横道路", place: "镇区", state: "进行中", note: "原文只说正在建设，没有写投资和数量；截止日由示例设定。"},
		{no: "10", name: "西外环商业步行街", place: "西外环", state: "进行中", note: "原文只说主体正在建设，没有写投资和数量；截止日由示例设定。"},
	}
	for i := range list {
		if t := &list[i]; t.place == "" {
			t.place = "土城村"
		}
	}
	return underway(list)
}

// tashanFarming are the projects of the plan's first part, without any sum.
func tashanFarming() []task {
	return underway([]task{
		{no: "11", name: "新增林禽养殖鹅舍", target: "100", current: "100", unit: "栋", place: "全镇", state: "已完成", note: "原文没有写投资和地点。" + chosen},
		{no: "12", name: "万头养猪场验收时的存栏", target: "≥5000", current: "4600", unit: "头", place: "全镇", state: "进行中", note: "原文写明年底；没有写投资和地点。进度由示例设定。"},
		{no: "13", name: "孵化育雏中心", place: "全镇", state: "已完成", note: "原文没有写投资、数量和地点。" + chosen},
		{no: "14", name: "种鹅场", place: "全镇", state: "已完成", note: "原文没有写投资、数量和地点。" + chosen},
		{no: "15", name: "畜禽标准化、无公害产地、农村沼气项目的验收合格率", target: "≥100", current: "100", unit: "%", state: "已完成", note: chosen},
	})
}

// underway gives tasks the year's end as their date, and the supervision as their procedure.
func underway(list []task) []task {
	for i := range list {
		list[i].due, list[i].see = yearEnd, "articles/supervision"
	}
	return list
}
