package se.ehealthsdk.discharge.careplan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** Which times of a plan put it in the period of a question. First and last day are included. */
public enum DateFilter {
    /** Recorded, signed or drawn up in the period: as the contract's test suite counts. */
    ANY_TIME {
        @Override
        Stream<LocalDateTime> times(CarePlan plan) {
            return Stream.of(
                            Optional.of(plan.accountable().authorTime()),
                            plan.legalAuthenticator().map(LegalAuthenticator::signatureTime),
                            plan.documentTime())
                    .flatMap(Optional::stream);
        }
    },
    /** Drawn up in the period: as the contract's description counts from 3.0.10. A plan without that time never is. */
    DOCUMENT_TIME {
        @Override
        Stream<LocalDateTime> times(CarePlan plan) {
            return plan.documentTime().stream();
        }
    };

    abstract Stream<LocalDateTime> times(CarePlan plan);

    boolean matches(CarePlan plan, LocalDate first, LocalDate last) {
        return times(plan)
                .map(LocalDateTime::toLocalDate)
                .anyMatch(day -> !day.isBefore(first) && !day.isAfter(last));
    }
}
