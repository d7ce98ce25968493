package se.ehealthsdk.examples;

import static se.ehealthsdk.hsa.CommissionPurpose.CARE_AND_TREATMENT;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.hsa.Authorisation;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/**
 * Who is this employee, what may they do, which care unit is this; and what it looks like when something is
 * wrong.
 */
final class HsaJourney {

    private static final HsaId CHILD_CARE = HsaId.of("TSTNMT2321000156-EN11");
    private static final HsaId EMERGENCY_WARD = HsaId.of("TSTNMT2321000156-EN21");
    private static final HsaId DENTISTS = HsaId.of("TSTNMT2321000156-VE03");

    private final Narrator tell;
    private final HsaClient hsa;
    private final NationalServices services;

    HsaJourney(Narrator tell, RivtaClient platform, NationalServices services) {
        this.tell = tell;
        this.hsa = HsaClient.on(platform);
        this.services = services;
    }

    void walk() {
        HsaId doctor = employee();
        commissions(doctor);
        careUnit();
        authorised(doctor);
        openingHours();
        protectedPerson();
        unknown();
        refused(doctor);
    }

    private HsaId employee() {
        List<Employee> found =
                tell.step(
                        "Who is the employee with this personnummer (an official test number)?",
                        () -> hsa.employees(Personnummer.of("191212121212")));
        Employee doctor = found.get(0);
        tell.answer(
                doctor.givenName().orElse("")
                        + " "
                        + doctor.middleAndSurname()
                        + ", "
                        + doctor.title().orElse("no title")
                        + ", HSA-id "
                        + doctor.hsaId());
        return doctor.hsaId();
    }

    private void commissions(HsaId doctor) {
        Optional<Credentials> credentials =
                tell.step(
                        "Which commissions (medarbetaruppdrag) does the doctor have?",
                        () -> hsa.credentials(doctor));
        for (Commission each : credentials.orElseThrow().commissions()) {
            tell.answer(
                    each.name()
                            + ", for "
                            + each.purpose()
                            + ", at "
                            + each.careUnit()
                                    .map(UnitSummary::name)
                                    .orElse("no unit, but its provider")
                            + (each.isActiveAt(Instant.now()) ? "" : " (no longer in use)"));
        }
    }

    private void careUnit() {
        Optional<HealthCareUnit> found =
                tell.step(
                        "Which care unit (vårdenhet) and care provider (vårdgivare) does the child"
                                + " health clinic belong to?",
                        () -> hsa.careUnitOf(CHILD_CARE));
        HealthCareUnit careUnit = found.orElseThrow();
        tell.answer(careUnit.unit().name() + ", of " + careUnit.provider().name());
    }

    private void authorised(HsaId doctor) {
        for (HsaId unit : List.of(CHILD_CARE, DENTISTS)) {
            Authorisation answer =
                    tell.step(
                            "May the doctor care for patients at " + unit + " now?",
                            () ->
                                    hsa.authorisedFor(
                                            doctor, unit, CARE_AND_TREATMENT, Instant.now()));
            if (answer instanceof Authorisation.Denied denied) {
                tell.answer("no: " + denied.reason().explanation());
            } else if (answer instanceof Authorisation.Granted granted) {
                tell.answer(
                        "yes, by "
                                + granted.commissions().stream()
                                        .map(Commission::name)
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private void openingHours() {
        Optional<Unit> unit =
                tell.step(
                        "Is the emergency ward open on a Sunday at 23:59? (HSA writes 24:00.)",
                        () -> hsa.unit(EMERGENCY_WARD));
        LocalDateTime sundayNight = LocalDateTime.of(2026, 11, 22, 23, 59);
        Optional<Boolean> open =
                OpeningHours.openAt(unit.orElseThrow().hours().surgery(), sundayNight);
        tell.answer(open.map(is -> is ? "yes" : "no").orElse("HSA does not say"));
    }

    private void protectedPerson() {
        HsaId person = Persona.PROTECTED_EK.hsaId();
        Optional<Employee> seen =
                tell.step(
                        "Someone with protected personal data, asked for in the ordinary way:",
                        () -> hsa.employee(person));
        tell.answer(seen.isEmpty() ? "nobody, as it should be" : "a leak!");
        Optional<Employee> approved =
                tell.step(
                        "The same person, by the method that needs a separate approval:",
                        () -> hsa.employeeIncludingProtectedPerson(person));
        tell.answer(approved.isPresent() ? "found, and marked as protected" : "nobody");
    }

    private void unknown() {
        Optional<Unit> unit =
                tell.step(
                        "A unit that does not exist:",
                        () -> hsa.unit(HsaId.of("TSTNMT2321000156-NOBODY")));
        tell.answer(unit.isEmpty() ? "empty: that is an answer, not an error" : "found?");
    }

    private void refused(HsaId doctor) {
        services.faults().next(Fault.vp("VP007"));
        Optional<EHealthException> failure =
                tell.step(
                        "And when this system lacks authorisation? (The stand-in plays the platform's"
                                + " VP007.)",
                        () -> failureOf(() -> hsa.employee(doctor)));
        tell.answer(failure.map(Throwable::getMessage).orElse("none?"));
        tell.answer("what to do: " + failure.map(EHealthException::remedy).orElse("nothing"));
    }

    static Optional<EHealthException> failureOf(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (EHealthException failure) {
            return Optional.of(failure);
        }
    }
}
