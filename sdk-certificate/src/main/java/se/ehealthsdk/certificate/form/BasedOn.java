package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that an assessment rests on (svar 1).
 *
 * @param basis what it is
 * @param date of which day it is
 * @param what what it is, for {@link Basis#OTHER}
 */
public record BasedOn(Basis basis, LocalDate date, Optional<String> what) {

    /** The kind, never the text. */
    @Override
    public String toString() {
        return "BasedOn[" + basis + "]";
    }
}
