package se.ehealthsdk.person;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days from and to, both included; open where a day is absent.
 *
 * <p>Source: {@code DatePeriodType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param start the first day
 * @param end the last day
 */
public record DatePeriod(Optional<LocalDate> start, Optional<LocalDate> end) {}
