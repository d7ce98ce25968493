package se.ehealthsdk.testkit.cli;

import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.directory.DirectoryStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.idp.IdentityProviderStandIn;
import se.ehealthsdk.testkit.person.RegisteredPerson;

/** What is said when everything is up: all that a tester needs to begin. */
final class StartMessage {

    /** The example's request, beside the certificates. */
    static final String EXAMPLE = "get-employee.xml";

    private static final int MOST_PEOPLE = 12;

    private final ServeCommand options;
    private final Running running;
    private final NationalServices services;
    private final CertificateFolder certificates;
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    StartMessage(ServeCommand options, Running running, CertificateFolder certificates) {
        this.options = options;
        this.running = running;
        this.services = running.services();
        this.certificates = certificates;
        this.language = options.language;
    }

    /** All of it; also writes the example's request. */
    String text() {
        line(
                language.of(
                        "Nationella tjänster att testa mot är igång.",
                        "Stand-in national services are running."));
        addresses();
        files();
        people();
        example();
        line("");
        line(language.of("Ctrl-C stoppar.", "Ctrl-C stops them."));
        return text.toString();
    }

    private void addresses() {
        heading("Adresser", "Addresses");
        row("Konsolen", "Console", running.consoleUrl());
        row("Plattformen (SOAP)", "Platform (SOAP)", services.url());
        row("Inloggning (OIDC)", "Log-in (OIDC)", services.idp().issuer());
        line(
                "                        client_id "
                        + IdentityProviderStandIn.CLIENT_ID
                        + ", client_secret "
                        + IdentityProviderStandIn.CLIENT_SECRET);
        row("HSA över LDAPS", "HSA over LDAPS", services.directory().url());
        row("HSA över StartTLS", "HSA over StartTLS", services.directory().startTlsUrl());
        line(
                "                        "
                        + language.of("bas", "base")
                        + " "
                        + DirectoryStandIn.BASE
                        + ", bind "
                        + DirectoryStandIn.USER
                        + ", "
                        + language.of("lösenord", "password")
                        + " "
                        + DirectoryStandIn.PASSWORD);
        row("HSA:s enhetsfil", "HSA's file of units", services.unitFile().url());
        row("Underskrift", "Signing", services.signingService().url());
        row("Utskrivning (region)", "Discharge (region)", services.discharge().url());
    }

    private void files() {
        heading("Testcertifikat", "Test certificates");
        row("att lita på", "to trust", certificates.file("trusted-roots.pem"));
        row("ditt system", "your system", certificates.file("function.p12"));
        line(
                "                        "
                        + language.of("lösenord", "password")
                        + " "
                        + options.pkiPassword
                        + "; HSA-id "
                        + NationalServices.SYSTEM_HSA_ID);
        row(
                "samma som PEM",
                "the same as PEM",
                certificates.file("function.crt.pem")
                        + ", "
                        + certificates.file("function.key.pem"));
        row("alla, även felaktiga", "all, faulty ones too", certificates.file("README.txt"));
    }

    private void people() {
        heading("Testpersoner", "Test persons");
        List<Persona> personas = services.hsa().personas();
        List<List<String>> rows = new ArrayList<>();
        personas.stream().limit(MOST_PEOPLE).forEach(each -> rows.add(row(each)));
        if (personas.size() > MOST_PEOPLE) {
            rows.add(more(personas.size() - MOST_PEOPLE));
        }
        table(rows);
        line("");
        List<RegisteredPerson> patients = services.persons().people();
        rows.clear();
        patients.stream().limit(MOST_PEOPLE).forEach(each -> rows.add(row(each)));
        if (patients.size() > MOST_PEOPLE) {
            rows.add(more(patients.size() - MOST_PEOPLE));
        }
        table(rows);
    }

    private List<String> more(int number) {
        return List.of(language.of("... och " + number + " till", "... and " + number + " more"));
    }

    private List<String> row(Persona persona) {
        List<String> marks = new ArrayList<>();
        persona.posts().get(0).employee().title().ifPresent(marks::add);
        if (persona.posts().size() > 1) {
            marks.add(
                    language.of(
                            persona.posts().size() + " HSA-id",
                            persona.posts().size() + " HSA-ids"));
        }
        long commissions =
                persona.posts().stream().mapToLong(each -> each.memberships().size()).sum();
        marks.add(
                commissions == 1
                        ? language.of("1 medarbetaruppdrag", "1 commission")
                        : language.of(
                                commissions + " medarbetaruppdrag", commissions + " commissions"));
        if (persona.protectedPerson()) {
            marks.add(language.of("skyddade personuppgifter", "protected person"));
        }
        if (persona.feigned()) {
            marks.add(language.of("fiktiv i HSA", "fictitious in HSA"));
        }
        return List.of(
                persona.name(),
                persona.hsaId().value(),
                persona.personId().value(),
                persona.givenName() + " " + persona.middleAndSurname(),
                String.join(", ", marks));
    }

    private List<String> row(RegisteredPerson person) {
        List<String> marks = new ArrayList<>();
        marks.add(language.of("patient", "patient"));
        if (person.secrecyMarked()) {
            marks.add(language.of("sekretessmarkering", "marked for secrecy"));
        }
        if (person.protectedRegistration()) {
            marks.add(language.of("skyddad folkbokföring", "protected registration"));
        }
        if (person.testPerson()) {
            marks.add(language.of("testperson", "test person"));
        }
        person.deceased()
                .ifPresent(day -> marks.add(language.of("avliden " + day, "deceased " + day)));
        person.replacedBy()
                .ifPresent(number -> marks.add(language.of("har nytt nummer", "has a new number")));
        return List.of(
                person.name(),
                person.id().value(),
                person.givenNames() + " " + person.surname(),
                String.join(", ", marks));
    }

    private void example() {
        Persona persona = services.hsa().personas().stream().findFirst().orElse(null);
        if (persona == null) {
            return;
        }
        heading("Prova", "Try it");
        var request = certificates.write(EXAMPLE, exampleRequest(persona));
        line(
                "  curl --cacert \"%s\" --cert \"%s\" --key \"%s\" -H \"Content-Type: text/xml; charset=utf-8\" -H \"SOAPAction: %s\" --data-binary \"@%s\" %s"
                        .formatted(
                                certificates.file("trusted-roots.pem"),
                                certificates.file("function.crt.pem"),
                                certificates.file("function.key.pem"),
                                EmployeeContracts.GET_EMPLOYEE_4.soapAction(),
                                request,
                                services.url() + "/" + EmployeeContracts.GET_EMPLOYEE_4.path()));
    }

    private static String exampleRequest(Persona persona) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:add="urn:riv:itintegration:registry:1" xmlns:get="%s">
                  <soapenv:Header>
                    <add:LogicalAddress>%s</add:LogicalAddress>
                  </soapenv:Header>
                  <soapenv:Body>
                    <get:GetEmployee>
                      <get:personHsaId>%s</get:personHsaId>
                      <get:includeFeignedObject>true</get:includeFeignedObject>
                    </get:GetEmployee>
                  </soapenv:Body>
                </soapenv:Envelope>
                """
                .formatted(
                        EmployeeContracts.GET_EMPLOYEE_4.namespace(),
                        NationalServices.LOGICAL_ADDRESS.value(),
                        persona.hsaId().value());
    }

    // ---- layout ----

    private void heading(String swedish, String english) {
        line("");
        line(language.of(swedish, english));
    }

    private void row(String swedish, String english, Object value) {
        line("  %-22s%s".formatted(language.of(swedish, english), value));
    }

    private void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            // the last column, and what stands alone, need no width
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder out = new StringBuilder(" ");
            for (int i = 0; i < row.size(); i++) {
                int width = i == row.size() - 1 ? 0 : widths[i];
                out.append(' ').append(row.get(i));
                out.append(
                        " ".repeat(Math.max(0, width - row.get(i).length()) + (width > 0 ? 1 : 0)));
            }
            line(out.toString().stripTrailing());
        }
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
