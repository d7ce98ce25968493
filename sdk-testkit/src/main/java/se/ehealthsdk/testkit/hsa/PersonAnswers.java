package se.ehealthsdk.testkit.hsa;

import static se.ehealthsdk.hsa.contract.EmployeeContracts.GET_COMMISSION_MEMBERS_2;
import static se.ehealthsdk.hsa.contract.EmployeeContracts.GET_COMMISSION_MEMBERS_INCLUDING_PROTECTED_PERSON_2;
import static se.ehealthsdk.hsa.contract.EmployeeContracts.GET_EMPLOYEE_3;
import static se.ehealthsdk.hsa.contract.EmployeeContracts.GET_EMPLOYEE_4;
import static se.ehealthsdk.hsa.contract.EmployeeContracts.GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_3;
import static se.ehealthsdk.hsa.contract.EmployeeContracts.GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_4;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.EmployeeProfile;
import se.ehealthsdk.hsa.contract.GetCommissionMembers;
import se.ehealthsdk.hsa.contract.GetEmployee;

/** Answers the employee contracts. */
final class PersonAnswers {

    private final Supplier<Population> directory;
    private final Clock clock;

    PersonAnswers(Supplier<Population> directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    void on(RivtaEndpoint.Builder endpoint) {
        endpoint.on(GET_EMPLOYEE_4, (request, caller) -> employees(request, false))
                .on(GET_EMPLOYEE_3, (request, caller) -> employees(request, false))
                .on(
                        GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_4,
                        (request, caller) -> employees(request, true))
                .on(
                        GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_3,
                        (request, caller) -> employees(request, true))
                .on(GET_COMMISSION_MEMBERS_2, (request, caller) -> members(request, false))
                .on(
                        GET_COMMISSION_MEMBERS_INCLUDING_PROTECTED_PERSON_2,
                        (request, caller) -> members(request, true));
    }

    private List<Employee> employees(GetEmployee request, boolean protectedToo) {
        EmployeeProfile profile = request.profile().orElse(EmployeeProfile.FULL);
        return new Visibility(request.scope(), protectedToo)
                .find(directory.get(), request.person())
                .filter(it -> isComplete(it.post().employee()))
                .map(it -> told(it.post().employee(), profile, age(it.person())))
                .toList();
    }

    private OptionalInt age(Persona person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE);
        return person.personId().birthDate().stream()
                .mapToInt(born -> Period.between(born, today).getYears())
                .findFirst();
    }

    private List<Employee> members(GetCommissionMembers request, boolean protectedToo) {
        Population population = directory.get();
        Visibility visibility = new Visibility(request.scope(), protectedToo);
        return population
                .posts()
                .filter(it -> visibility.sees(it.person()))
                .filter(it -> visibility.covers(it.post().employee().distinguishedName()))
                .map(Population.Owned::post)
                .filter(post -> isComplete(post.employee()))
                .filter(post -> isMember(post, request, population))
                .filter(
                        post ->
                                request.licences().isEmpty()
                                        || post.employee().licences().stream()
                                                .anyMatch(request.licences()::contains))
                .map(post -> told(post.employee(), EmployeeProfile.FULL, OptionalInt.empty()))
                .toList();
    }

    private boolean isMember(Post post, GetCommissionMembers request, Population population) {
        return post.memberships().stream()
                .filter(membership -> membership.validity().at(clock.instant()))
                .map(membership -> population.commissions().get(membership.commission()))
                .anyMatch(
                        commission ->
                                commission != null
                                        && commission.holder().equals(request.careUnit())
                                        && commission.purpose().equals(request.purpose())
                                        && commission.rights().containsAll(request.rights()));
    }

    /** The contract requires a surname and a DN; HSA leaves out a post without them. */
    static boolean isComplete(Employee employee) {
        return !employee.middleAndSurname().isBlank() && !employee.distinguishedName().isBlank();
    }

    private static Employee told(Employee whole, EmployeeProfile profile, OptionalInt age) {
        String code = profile.code().toLowerCase(Locale.ROOT);
        boolean all = !List.of("basic", "title", "contact").contains(code);
        Employee.Builder told =
                Employee.builder(whole.hsaId())
                        .middleAndSurname(whole.middleAndSurname())
                        .distinguishedName(whole.distinguishedName())
                        .protectedPerson(whole.protectedPerson())
                        .validity(whole.validity())
                        .feigned(whole.feigned());
        whole.givenName().ifPresent(told::givenName);
        whole.nickName().ifPresent(told::nickName);
        if (all || code.equals("title")) {
            titles(whole, told);
        }
        if (all || code.equals("contact")) {
            contact(whole, told);
        }
        if (all) {
            whole.description().ifPresent(told::description);
        }
        if (code.equals("extended1")) {
            age.ifPresent(told::age);
            whole.gender().ifPresent(told::gender);
        }
        return told.build();
    }

    private static void titles(Employee whole, Employee.Builder told) {
        whole.title().ifPresent(told::title);
        whole.licences().forEach(told::licence);
        whole.paTitles().forEach(told::paTitle);
        whole.specialityNames().forEach(told::specialityName);
        whole.specialityCodes().forEach(told::specialityCode);
        whole.specialities().forEach(told::speciality);
    }

    private static void contact(Employee whole, Employee.Builder told) {
        whole.mail().ifPresent(told::mail);
        whole.telephoneNumbers().forEach(told::telephoneNumber);
        whole.switchboardNumber().ifPresent(told::switchboardNumber);
        whole.nonPublicTelephoneNumbers().forEach(told::nonPublicTelephoneNumber);
        whole.mobileNumbers().forEach(told::mobileNumber);
        whole.faxNumbers().forEach(told::faxNumber);
        whole.telephoneHours().forEach(told::telephoneHours);
        whole.postalAddress().ifPresent(told::postalAddress);
    }
}
