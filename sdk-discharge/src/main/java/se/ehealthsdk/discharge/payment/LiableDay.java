package se.ehealthsdk.discharge.payment;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day that the municipality is liable for.
 *
 * @param date Swedish date
 * @param rate what that day costs: the rate of the care day, not of the notice; empty when none is known, and then there is no
 *     amount either
 */
public record LiableDay(LocalDate date, Optional<Rate> rate) {}
