package page

import (
	"gongshi/generator/gazette"
)

// groupName is how pages call a group: by its name, or by its id where place.toml does
// not name it. Who belongs to none is 未分组, unless the village has no groups at all.
func (v *village) groupName(id string) gazette.Phrase {
	name := v.place.GroupName(id)
	if name == "" && v.place.Grouped {
		return gazette.Phrase{Key: "households.nogroup"}
	}
	return gazette.Phrase{Text: name}
}
