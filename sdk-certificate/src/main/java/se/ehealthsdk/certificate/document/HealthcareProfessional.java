package se.ehealthsdk.certificate.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Someone who works in health care ({@code HosPersonal}), at the unit in question.
 *
 * @param id HSA-id
 * @param name {@code fullstandigtNamn}
 * @param prescriberCode {@code forskrivarkod}; national services mask it as {@code 0000000}
 * @param titles {@code befattning}, code system 1.2.752.129.2.2.1.4
 * @param unit the unit
 * @param specialities {@code specialistkompetens}
 * @param licences {@code legitimeratYrke}, code system 1.2.752.29.23.1.6; extension 3.2
 */
public record HealthcareProfessional(
        Identifier id,
        String name,
        Optional<String> prescriberCode,
        List<CodedValue> titles,
        IssuingUnit unit,
        List<Speciality> specialities,
        List<CodedValue> licences) {

    /**
     * A speciality.
     *
     * @param code a code, or {@code N/A}
     * @param displayName in clear text
     */
    public record Speciality(String code, Optional<String> displayName) {}

    /** Copies. */
    public HealthcareProfessional {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(prescriberCode, "prescriberCode");
        Objects.requireNonNull(unit, "unit");
        titles = List.copyOf(titles);
        specialities = List.copyOf(specialities);
        licences = List.copyOf(licences);
    }

    /** The HSA-ids, never the name. */
    @Override
    public String toString() {
        return "HealthcareProfessional[" + id + ", unit=" + unit.id() + "]";
    }
}
