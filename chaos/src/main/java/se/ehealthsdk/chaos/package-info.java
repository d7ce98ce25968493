/** Kills, cuts and fills disks while records are appended and delivered, and counts them afterwards. */
@NullMarked
package se.ehealthsdk.chaos;

import org.jspecify.annotations.NullMarked;
