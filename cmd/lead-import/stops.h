/*
 * stops.h - the channels by which a lead may be told not to be contacted.
 *
 * There is a column do_not_... for each.  What closes several of them is a set
 * of bits.
 */
#ifndef STOPS_H
#define STOPS_H

enum stop { STOP_EMAIL, STOP_CALL, STOP_SMS, STOP_POST, STOPS };

enum stop_set {
	EMAIL = 1U << STOP_EMAIL,
	CALL = 1U << STOP_CALL,
	SMS = 1U << STOP_SMS,
	POST = 1U << STOP_POST,
	ALL = EMAIL | CALL | SMS | POST
};

#endif
