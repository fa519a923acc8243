package check

import (
	"fmt"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/privacy"
)

// exceptions lists what is published of people on purpose, so that it is seen at each check.
func (c *Checker) exceptions(b *ledger.Book) {
	for _, e := range b.Exceptions {
		c.Note(e.Position.As(""), privacyException, fmt.Sprintf("例外：“%s”照样公布，%s起，原因是“%s”", privacy.Mask(e.Text), e.Date, e.Reason),
			"不该再公布的，删去这一行")
	}
}

// delicate notes words about somebody's private life, and words that belittle people, in what the
// clerk writes of households. The grounds of a sensitive kind of event are not published.
func (p *place) delicate() {
	for _, e := range p.Events {
		if e.Grounds == "" {
			continue
		}
		if k := p.KindOfEvent(e); k == nil || !k.Sensitive {
			p.words(e.At("事由"), e.Grounds)
		}
	}
	for _, c := range p.Corrections {
		p.words(c.At("原因"), c.Reason)
	}
	for _, n := range p.Notices {
		for _, o := range n.Objections {
			p.words(o.At("about"), o.About)
			p.words(o.At("answer"), o.Answer)
		}
	}
}

func (p *place) words(at diag.Field, text string) {
	if found := privacy.Belittling(text); len(found) > 0 {
		p.Note(at, delicateWords, fmt.Sprintf("%s里的“%s”是贬低人的说法", at.Heading, strings.Join(found, "”“")), "只写做了什么，不评论人")
	}
	if found := privacy.Words(text); len(found) > 0 {
		p.Note(at, delicateWords, fmt.Sprintf("%s里有“%s”，关系到别人的健康、家境或家事，多半会公布出去", at.Heading, strings.Join(found, "”“")),
			"写得概括些，不写病情、家境和家事；这一类项目在办法里写 sensitive = true，只公布合计")
	}
}
