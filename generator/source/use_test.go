package source

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/scan"
)

func TestRewards(t *testing.T) {
	const where = "data/v/rewards.csv"
	p, diags := readOne(t, where, "编号,名称,积分,库存,单位,来源,说明,进价\n"+
		"Ｓ1,毛巾,10,3,条,镇里捐,纯棉,8\nS2,肥皂,2.5,,块,,\nS3,,5\nS4,脸盆,0,-1\nS5,电灯?,十分,3个\n")
	wantDiags(t, diags,
		"note "+where+":1:22: unknown-label: 不认识列名“进价”，这一列已忽略【不必改；这一列不读，也不公布】",
		where+":4:4: missing-cell: 名称空着，这里必须填【填上；如果整行多余，删去整行】",
		where+":5:7: constraint-error: 积分“0”应大于 0【填换一件要用多少分】",
		where+":5:9: constraint-error: 库存“-1”太小，至少是 0【填 0 或更大的整数】",
		where+":6:4: encoding-error: 名称“电灯?”里有“?”：多半是另存时丢了生僻字【补上这个字；"+scan.SaveAs(".csv")+"】",
		where+":6:8: type-error: 积分“十分”不是阿拉伯数字【写成 10】",
		where+":6:11: type-error: 库存“3个”后面有“个”字，应只有数字【只填数字 3】",
	)
	if len(p.Rewards) != 5 {
		t.Fatalf("%+v", p.Rewards)
	}
	a, b := p.Rewards[0], p.Rewards[1]
	if a.No != "S1" || a.Points != 1000 || !a.HasStock || a.Stock != 3 || a.Unit != "条" || a.Source != "镇里捐" || a.Note != "纯棉" {
		t.Errorf("%+v", a)
	}
	if b.HasStock || b.Points != 250 || p.Reward("肥皂") != b || p.Reward("S2") != b {
		t.Errorf("%+v", b)
	}
}

func TestRedemptions(t *testing.T) {
	const where = "data/v/redemptions.csv"
	p, diags := readOne(t, where, "date,id,reward,count,points,by\n"+
		"2023/3/1,００1,毛巾,,,张三\n2023-03-02,002,ｓ1,2,20,李四\n,001,毛巾\n2023-03-03,001\n2023-03-04,001,毛巾,0,10\n2023-03-05,001,毛巾,1,x\n")
	wantDiags(t, diags,
		where+":4:1: missing-cell: 日期空着，这里必须填【填上；如果整行多余，删去整行】",
		where+":5:12: missing-cell: 商品空着，这里必须填【填上；如果整行多余，删去整行】",
		where+":6:19: constraint-error: 数量“0”太小，至少是 1【填 1 或更大的整数】",
		where+":7:21: type-error: 积分“x”不是数字【填阿拉伯数字，例如 3 或 2.5；没有就留空】",
	)
	var got []string
	for _, r := range p.Redemptions {
		got = append(got, fmt.Sprintln(r.Date, r.Household, r.ID, r.Reward, r.Count, r.HasPoints, r.Points))
	}
	want := "2023-03-01 001 001 毛巾 1 false 0\n2023-03-02 002 002 s1 2 true 20\n2023-03-04 001 001 毛巾 1 false 10\n2023-03-05 001 001 毛巾 1 false 0"
	if strings.Join(got, "") != want+"\n" {
		t.Errorf("got:\n%s", strings.Join(got, ""))
	}
}

func TestDistribution(t *testing.T) {
	const where = "data/v/distributions/2023.toml"
	p, diags := readOne(t, where, "title = \"年终分红\"\namount = 1_234_567.89\nshare_weight = 0.6\ndate = 2024-01-20\n[adopted]\ndate = 2024-01-10\nfor = 31\n")
	wantDiags(t, diags)
	d := p.Distributions[2023]
	if d.Title != "年终分红" || d.Amount != 123456789 || d.ShareWeight.String() != "0.6" || d.Date.String() != "2024-01-20" || d.Adopted.For != 31 ||
		d.Year != 2023 || d.Keys["share_weight"].Line != 3 || d.Keys["adopted.date"].Line != 6 || d.File != where {
		t.Errorf("%+v", d)
	}
	p, _ = readOne(t, where, "amount = 20000\nshare_weight = 1\ndate = 2024-01-20\n")
	if d := p.Distributions[2023]; d.Amount != 2000000 || d.ShareWeight.String() != "1" {
		t.Errorf("%+v", d)
	}
	for text, want := range map[string]string{
		"amount = 0\nshare_weight = 60\ndate = 2024-01-20\n": where + ":1:1: constraint-error: amount“0”应大于 0【写一共分多少元】\n" +
			where + ":2:1: constraint-error: share_weight“60”应在 0 到 1 之间【如果是 60%，写成 0.6】\n",
		"amount = \"20000元\"\nshare_weight = -0.5\ndate = 2024-01-20\n": where + ":1:1: type-error: amount“20000元”应是数字，不带引号和单位【写成 amount = 20000，不加引号】\n" +
			where + ":2:1: constraint-error: share_weight“-0.5”应在 0 到 1 之间【写像 0.6 这样的数】\n",
		"amount = \"20万元\"\nshare_weight = 0\ndate = 2024-01-20\n": where + ":1:1: type-error: amount“20万元”应是数字，不带引号和单位【写成 amount = 200000，不加引号】\n",
		"amount = 1.005\nshare_weight = \"60%\"\ndate = 2024-01-20\n": where + ":1:1: constraint-error: amount“1.005”的小数最多 2 位【改成 1.00 这样，最后一位由村里决定】\n" +
			where + ":2:1: type-error: share_weight“60%”应是数字，不带引号和单位【写成 share_weight = 0.6，不加引号】\n",
		"weight = 0.5\n": where + ": missing-key: 缺少 amount【加上一行，例如 amount = 20000】\n" +
			where + ": missing-key: 缺少 date【加上一行，例如 date = 2023-01-01】\n" +
			where + ": missing-key: 缺少 share_weight【加上一行，例如 share_weight = 0.5】\n" +
			where + ":1:1: unknown-key: 不认识“weight”这一项【这里可以写的是：title、amount、share_weight、date、[adopted]；都不是，就删去它】\n",
		"amount = \n": where + ":1:10: toml-syntax: 等号后面缺少值，或值没有加引号：“amount =”【等号后面写上值，例如 amount = 10；还没有的，删去这一行】\n",
	} {
		if _, diags := readOne(t, where, text); briefs(diags) != want {
			t.Errorf("%s\n got %s\nwant %s", text, briefs(diags), want)
		}
	}
}

func TestTasks(t *testing.T) {
	const where = "data/v/tasks.csv"
	p, diags := readOne(t, where, "编号,类别,名称,牵头,责任单位,目标,现值,单位,投资万元,地点,截止,状态,程序,说明\n"+
		"G1,党建,整顿党组织,组织部,民政局、 农业局；乡镇,≥10%,12.5%,%,,,2023-12-31,进行中,content/help/四议三双.md,说明\n"+
		"T1,项目,太阳能路灯,,,210,150,盏,60.1234,一组,2023年6月,完成,/help/a.html,\n"+
		"T2,项目,,,,,,,45万元,,,,,\n"+
		"T3,项目,污水管网,,,一万,5,米,450000元,,,,,\n"+
		"T4,,公园,,,,,,-3,,,,,\n")
	wantDiags(t, diags,
		where+":3:36: type-error: 截止“2023年6月”没有写是哪一日【写到最后一天，例如 2023-06-30】",
		where+":3:44: constraint-error: 状态“完成”应是其中之一：未开始、进行中、已完成、已推迟【是不是“已完成”？】",
		where+":4:7: missing-cell: 名称空着，这里必须填【填上；如果整行多余，删去整行】",
		where+":4:13: type-error: 投资万元“45万元”后面有“万元”，应只有数字【只填数字 45，按万元计】",
		where+":5:14: type-error: 目标“一万”认不出是多少【"+targetForms+"】",
		where+":5:21: type-error: 投资万元“450000元”后面有“元”，应只有数字【只填数字 45，按万元计】",
		where+":6:13: constraint-error: 投资万元“-3”是负数【填投资多少万元；没有就留空】",
	)
	if len(p.Tasks) != 4 {
		t.Fatalf("%+v", p.Tasks)
	}
	a, b, c := p.Tasks[0], p.Tasks[1], p.Tasks[2]
	if fmt.Sprint(a.Offices) != "[民政局 农业局 乡镇]" || targetText(a.Target) != "≥10" || a.Current.String() != "12.5" || a.See != "help/四议三双" || a.State != "进行中" || a.HasSum {
		t.Errorf("%+v", a)
	}
	if b.See != "help/a" || !b.HasSum || b.Investment.String() != "60.1234" || b.State != "" || b.Due != 0 {
		t.Errorf("%+v", b)
	}
	if c.HasCurrent || c.HasSum {
		t.Errorf("a present value beside an unreadable target: %+v", c)
	}
}

// Any kind of place may have tasks, and those of one place find the articles outside it.
func TestTasksOfOnePlace(t *testing.T) {
	site := testSite(map[string]string{
		"data/town/place.toml":   "name=\"镇\"\nkind=\"town\"\n",
		"data/town/tasks.csv":    "名称\n坏,坏\n",
		"data/town/x/place.toml": testPlace,
		"data/town/x/tasks.csv":  "name,see\n甲,help/four\n乙,help/four\n丙,../x\n丁,town/x/own\n戊,help/none\n",
		"content/help/four.md":   "+++\n坏\n+++\n# 四议三双\n[坏](none.html)\n",
		"content/help/more.md":   "+++\n坏\n+++\n",
		"content/town/x/own.md":  "# 自己的\n",
	})
	book, diags, err := Read(site, "town/x")
	if err != nil {
		t.Fatal(err)
	}
	wantDiags(t, diags)
	var got []string
	for _, a := range book.Articles {
		got = append(got, a.Path+" "+a.Title+" "+a.Body)
	}
	if fmt.Sprintf("%q", got) != `["help/four 四议三双 " "town/x/own 自己的 # 自己的\n"]` {
		t.Errorf("%q", got)
	}
	if len(book.Place("town").Tasks) != 0 || len(book.Place("town/x").Tasks) != 5 {
		t.Error("the tasks of the place alone")
	}
}
