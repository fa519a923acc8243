package main

// A dice is a small generator of numbers (SplitMix64) that gives the same ones from the same seed.
type dice uint64

// next is the next number.
func (d *dice) next() uint64 {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// upTo is a number from 0 to below n.
func (d *dice) upTo(n int) int { return int(d.next() % uint64(n)) }

// chance is true in so many of a hundred.
func (d *dice) chance(percent int) bool { return d.upTo(100) < percent }

// pick is one of a list.
func pick[T any](d *dice, list []T) T { return list[d.upTo(len(list))] }
