package page

import (
	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// The village of these tests.
var (
	fixture       = villagetest.Book
	useFixture    = villagetest.WithUse
	fixtureScheme = villagetest.Scheme
	fixtureDay    = villagetest.Day
	january       = villagetest.January
	february      = villagetest.February
	household     = villagetest.Household
	sheetOf       = villagetest.Sheet
	cellOf        = villagetest.Cell
)

const pt = ledger.Point
