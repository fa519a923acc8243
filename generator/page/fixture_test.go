package page

import (
	"gongshi/generator/villagetest"
)

// The village of these tests.
var (
	fixture    = villagetest.Book
	useFixture = villagetest.WithUse
	fixtureDay = villagetest.Day
	january    = villagetest.January
	february   = villagetest.February
)
