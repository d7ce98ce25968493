/**
 * The law and the regional agreements as data: time limits, the onset of payment liability, who may send what.
 *
 * <p>Source: lag (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård.
 */
@NullMarked
package se.ehealthsdk.discharge.policy;

import org.jspecify.annotations.NullMarked;
