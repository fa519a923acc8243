package gazette

import (
	"reflect"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// What the rooms below declare of a row and of a state is published as it is: a field that is added
// to these nouns reaches everybody, so it is added here too, by somebody who has thought of that.
func TestPublishedAsTheyAre(t *testing.T) {
	for noun, want := range map[reflect.Type]string{
		reflect.TypeFor[score.Figures](): "organisation filled provisional carry_provisional categories additions deductions total " +
			"average carried before base shown rank carry_rank -",
		reflect.TypeFor[ledger.GroupZone](): "households counter too_large small_panel own_panel",
		reflect.TypeFor[notice.Overdue]():   "periods runs",
		reflect.TypeFor[notice.Due]():       "period day",
		reflect.TypeFor[notice.Days]():      "period status posted start first_day last_day moved_from counted working corrected counts",
	} {
		var keys []string
		for _, f := range reflect.VisibleFields(noun) {
			if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); !f.Anonymous {
				keys = append(keys, key)
			}
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%s publishes\n%s\nwant\n%s", noun, got, want)
		}
	}
}
