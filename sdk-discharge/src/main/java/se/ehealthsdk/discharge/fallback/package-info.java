/**
 * What to do when the system for discharge coordination cannot be used: whether paper is allowed, the paper forms themselves,
 * whether they are at hand, and what has to be entered afterwards.
 *
 * <p>Source: Region Stockholm's rules for paper in the place of WebCare, which Lifecare SP replaced; other regions' downtime
 * routines for the time limit.
 */
@NullMarked
package se.ehealthsdk.discharge.fallback;

import org.jspecify.annotations.NullMarked;
