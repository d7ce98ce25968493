/**
 * What the parties tell one another while a patient leaves inpatient care, each with its moments in time.
 *
 * <p>Source: lag (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård.
 */
@NullMarked
package se.ehealthsdk.discharge.event;

import org.jspecify.annotations.NullMarked;
