/**
 * The coordinated individual plan (samordnad individuell plan, SIP): what it has to hold, who has to agree to it, whether it
 * is complete, and the plan on paper. It is drawn up while a patient is discharged, or at any other time.
 *
 * <p>The plan is no patient record: each unit documents what it does in its own.
 *
 * <p>Source: socialtjänstlagen (2025:400) 10 kap. 8-9 §§, before 2025-07-01 (2001:453) 2 kap. 7 §; hälso- och
 * sjukvårdslagen (2017:30) 16 kap. 4 §; lag (2017:612) 4 kap.
 */
@NullMarked
package se.ehealthsdk.discharge.sip;

import org.jspecify.annotations.NullMarked;
