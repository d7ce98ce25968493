package se.ehealthsdk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.testkit.hsa.Persona;

/** The console as a tester uses it, in Swedish, with the real Admin API behind it. */
@NeedsChromium
class ConsoleTest {

    private static final String ROWS = "#exchanges tbody tr";

    private static ConsoleServices services;
    private static Browser browser;

    @BeforeAll
    static void start() {
        services = ConsoleServices.start();
        browser = Browser.start();
        browser.size(1440, 900);
    }

    @AfterAll
    static void stop() {
        browser.close();
        services.close();
    }

    @BeforeEach
    void fill() {
        services.fill();
        // what is called here is to be answered
        services.services.faults().clear();
        browser.open(services.view("start"));
        browser.run("localStorage.clear(); localStorage['national-services.language'] = 'sv'");
        browser.complaints();
    }

    /** Whatever was done: the browser has nothing to complain of, and has asked nobody else. */
    @AfterEach
    void quietAndAtHome() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(asked())
                .isNotEmpty()
                .allMatch(each -> each.startsWith(services.admin.url() + "/"));
    }

    private static List<String> asked() {
        return ((List<?>)
                        browser.run(
                                "return performance.getEntriesByType('resource').map(each => each.name)"))
                .stream().map(String::valueOf).toList();
    }

    /** Opens a view afresh, and waits until this is there. */
    private static void open(String view, String drawn) {
        browser.open(services.view(view));
        browser.run("location.reload()");
        browser.await(view + " with " + drawn, it -> it.all(drawn).size() > 0);
        browser.await("to be live", it -> it.text().contains("Direkt"));
    }

    private static void awaitText(String text) {
        browser.await("the text " + text, it -> it.text().contains(text));
    }

    private static void awaitHeading(String heading) {
        browser.await("the heading " + heading, it -> it.heading().equals(heading));
    }

    private static void awaitSaid(String text) {
        browser.await(
                "to be said: " + text,
                it ->
                        it.all("#polite, #assertive").stream()
                                .anyMatch(
                                        each ->
                                                String.valueOf(each.getDomProperty("textContent"))
                                                        .contains(text)));
    }

    private static WebElement field(String id) {
        return browser.all("#" + id).get(0);
    }

    /** The number of the nth call since {@link #fill}; numbers go on after a reset. */
    private static long number(int nth) {
        return services.services.journal().exchanges().get(nth - 1).number();
    }

    private static void write(String text) {
        browser.press(Keys.chord(Keys.CONTROL, "a"), text);
    }

    // ---- exchanges ----

    @Test
    void call_throughTheClient_isSeenAtOnce() {
        open("exchanges", ROWS);
        int before = browser.all(ROWS).size();

        services.lookUp();

        browser.await("the call", it -> it.all(ROWS).size() == before + 1);
        assertThat(browser.all(ROWS).get(0).getText()).contains("GetEmployee", "Besvarat");
        awaitSaid("nytt utbyte");
    }

    @Test
    void list_paused_staysAsItIs() {
        open("exchanges", ROWS);
        int before = browser.all(ROWS).size();
        browser.press("p");
        awaitSaid("pausad");

        services.lookUp();

        awaitText("1 nytt utbyte väntar");
        assertThat(browser.all(ROWS)).hasSize(before);
        browser.press("p");
        browser.await("the call", it -> it.all(ROWS).size() == before + 1);
    }

    @Test
    void keyboard_alone_filtersOpensAMessageAndComesBack() {
        open("exchanges", ROWS);
        browser.press("/");
        browser.await("the filter", it -> it.focused().equals("Text i meddelandet"));
        browser.press("StoreLog");
        browser.await("the filtered list", it -> it.all(ROWS).size() == 1);
        browser.tabTo("Pausa listan");
        browser.press("j");
        browser.await("the row", it -> it.focused().contains("StoreLog"));
        browser.press(Keys.ENTER);
        awaitHeading("Utbyte " + number(2));
        browser.await("the message", it -> it.text().contains("StoreLogResponder"));
        browser.press("b");
        awaitHeading("Utbyte " + number(1));
        browser.press("n");
        awaitHeading("Utbyte " + number(2));
        browser.press(Keys.ESCAPE);
        awaitHeading("Utbyten");
        browser.await("the same row", it -> it.focused().contains("StoreLog"));
    }

    @Test
    void arrows_goThroughTheList() {
        open("exchanges", ROWS);
        browser.press("j");
        String first = browser.focused();
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.focused()).isNotEqualTo(first);
        browser.press(Keys.ARROW_UP);
        assertThat(browser.focused()).isEqualTo(first);
    }

    @Test
    void message_withFindings_marksThemAtTheirLines() {
        open("exchanges", ROWS);
        browser.all("#exchanges a[href='#/exchanges/" + number(5) + "']").get(0).click();
        browser.await("findings", it -> !it.all("main .rows > li").isEmpty());

        assertThat(browser.all("main .rows > li").get(0).getText())
                .contains("Varför", "Rätt vore", "Källa");
        assertThat(browser.text()).contains("CreateDraftCertificate");
    }

    @Test
    void numbers_areHiddenUntilTheyAreAskedFor() {
        String number = ConsoleServices.PATIENT.value();
        open("exchanges/" + number(2), "main .code li");
        assertThat(browser.text()).contains("[personnr 1]").doesNotContain(number);
        for (String view : List.of("directory", "certificates", "access-log", "discharge")) {
            open(view, "main tbody tr, main .card");
            assertThat(browser.text()).as(view).contains("[personnr ").doesNotContain(number);
        }
        open("exchanges/" + number(2), "main .code li");
        field("masked").click();

        awaitText(number);
        assertThat(browser.text()).doesNotContain("[personnr");
    }

    // ---- names that are more than names ----

    @Test
    void name_thatIsAScript_isShownAndNotRun() {
        open("directory", "main tbody tr");
        assertThat(browser.text()).contains(ConsoleServices.NASTY, "Ab", "U+202E", "U+200B");
        assertThat(browser.all("body script, body img")).isEmpty();

        open("directory/people/NASTY", "main .code li");
        assertThat(browser.text()).contains(ConsoleServices.NASTY.replace("\"", "\\\""));

        open("directory/people/NASTY/edit", "#field-givenName");
        assertThat(field("field-givenName").getDomProperty("value"))
                .isEqualTo(ConsoleServices.NASTY);
        assertThat(browser.run("return document.title")).isNotEqualTo("run");
        assertThat(browser.all("body script, body img")).isEmpty();
    }

    // ---- people ----

    @Test
    void keyboard_alone_editsAPerson() {
        open("directory/people/NURSE_BERG/edit", "#field-givenName");
        browser.tabTo("Förnamn *");
        write("Bosse");
        browser.press(Keys.ENTER);

        awaitSaid("Sparat.");
        awaitHeading("Personal: NURSE_BERG");
        assertThat(services.services.hsa().personas())
                .filteredOn(each -> each.name().equals("NURSE_BERG"))
                .singleElement()
                .extracting(Persona::givenName)
                .isEqualTo("Bosse");
    }

    @Test
    void field_thatIsWrong_saysWhatAndHasTheFocus() {
        open("directory/people/NURSE_BERG/edit", "#field-personId");
        browser.tabTo("Person-id *");
        write("191212121213");
        browser.press(Keys.ENTER);

        browser.await("the error", it -> !it.all("#field-personId[aria-invalid=true]").isEmpty());
        browser.await("the focus", it -> it.focused().equals("Person-id *"));
        String error = field("field-personId-error").getText();
        assertThat(error).isNotBlank();
        assertThat(field("field-personId").getDomAttribute("aria-describedby"))
                .contains("field-personId-error");
        assertThat(browser.all("[role=alert] li")).hasSize(1);
        // the refused call is all that the browser told of
        assertThat(browser.complaints()).allMatch(each -> each.contains("/api/people/NURSE_BERG"));
    }

    @Test
    void person_addedAsJsonAndDeleted_comesAndGoes() {
        open("directory/people//new", "#as-json");
        field("as-json").click();
        browser.await("the text", it -> !it.all("#field-json").isEmpty());
        field("field-json").clear();
        field("field-json")
                .sendKeys(
                        "{\"name\": \"NEW\", \"personId\": \"189001069807\", \"givenName\": \"Nina\", \"surname\": \"Ny\","
                                + " \"posts\": [{\"hsaId\": \"TSTNMT2321000156-9002\"}]}");
        browser.button("Spara").click();
        awaitHeading("Personal: NEW");
        browser.await("the person", it -> !it.all("main .bar button.danger").isEmpty());
        browser.button("Ta bort").click();
        browser.await("the question", it -> it.focused().equals("Avbryt"));
        browser.all("dialog button.danger").get(0).click();

        awaitHeading("Personal");
        assertThat(services.services.hsa().personas()).noneMatch(each -> each.name().equals("NEW"));
    }

    @Test
    void person_changedElsewhere_isSeen() {
        open("directory", "main tbody tr");
        services.services
                .hsa()
                .add(
                        Persona.builder("LATER", Personnummer.of("201212121212"), "Lena", "Sen")
                                .post(
                                        se.ehealthsdk.core.identifier.HsaId.of(
                                                "TSTNMT2321000156-9003"))
                                .build());
        browser.open(services.view("directory/people"));
        open("directory", "main tbody tr");

        assertThat(browser.text()).contains("LATER");
    }

    // ---- time, faults, scenarios ----

    @Test
    void keyboard_alone_advancesAndStopsTheClock() {
        open("clock", "#clock-to");
        browser.tabTo("1 timme fram");
        browser.press(Keys.ENTER);
        awaitSaid("Klockan har gått fram.");
        assertThat(services.services.clock().ahead()).isEqualTo(Duration.ofHours(1));

        browser.tabTo("Stanna klockan");
        browser.press(Keys.SPACE);
        awaitSaid("Klockan står.");
        assertThat(services.services.clock().stopped()).isPresent();
        browser.button("Låt klockan gå").click();
        awaitSaid("Klockan går.");
        assertThat(services.services.clock().stopped()).isEmpty();
    }

    @Test
    void keyboard_alone_addsAFault_thatTheNextCallMeets() {
        open("faults", "#fault-setting-code");
        browser.tabTo("code *");
        write("VP010");
        browser.press(Keys.ENTER);

        awaitSaid("Felet väntar.");
        browser.await("the fault", it -> it.all("#faults tbody tr").size() == 1);
        services.lookUpInVain();
        browser.await("it to be met", it -> it.all("#faults").get(0).getText().contains("1 / 1"));
        assertThat(browser.all("#faults").get(0).getText()).contains("Förbrukat");
    }

    @Test
    void keyboard_alone_startsAScenarioStopsItAndReadsItsReport() {
        open("scenarios", "main .card");
        browser.tabTo("Starta discharge-system-down");
        browser.press(Keys.ENTER);

        browser.await("the run", it -> it.heading().startsWith("Körning "));
        browser.await("what happens", it -> !it.all("main .timeline li").isEmpty());
        // it would last an hour; stopped, it ends and is judged
        browser.tabTo("Stoppa");
        browser.press(Keys.ENTER);
        browser.await("its end", it -> it.all("main .facts").get(0).getText().contains("Godkänt"));
        browser.await("the course", it -> it.text().contains("Utskrivningssystemet: down"));
        Object report =
                browser.runAndWait(
                        "const done = arguments[0]; fetch(document.querySelector('a[href*=\"report.html\"]').href).then(it => it.text()).then(done)");
        assertThat(String.valueOf(report)).contains("discharge-system-down");
    }

    @Test
    void scenario_thatIsWrong_isRefusedWithItsLine() {
        open("scenarios", "#own-scenario");
        field("own-scenario").sendKeys("name: own\nnonsense: 1\n");
        browser.all("#own-scenario + *, form button").stream()
                .filter(each -> each.getAccessibleName().equals("Lägg till"))
                .findFirst()
                .orElseThrow()
                .click();

        browser.await("the refusal", it -> !it.all("main .box.danger").isEmpty());
        assertThat(browser.all("main .box.danger").get(0).getText()).contains("nonsense", "rad 2");
        browser.complaints();
    }

    @Test
    void keyboard_alone_editsAUnit() {
        open("directory/units/TSTNMT2321000156-VE01/edit", "#field-name");
        browser.tabTo("Namn *");
        write("Ängens nya");
        browser.press(Keys.ENTER);

        awaitSaid("Sparat.");
        browser.await("the new name", it -> it.text().contains("Ängens nya"));
    }

    @Test
    void keyboard_alone_signsAndSendsACertificate() {
        String draft = services.newDraft();
        open("certificates/" + draft, "main .timeline li");
        browser.tabTo("Signera");
        browser.press(Keys.ENTER);
        awaitSaid("Gjort: Signera");
        browser.await("signed", it -> it.all("main .facts").get(0).getText().contains("Signerat"));
        browser.tabTo("Skicka till mottagare");
        browser.press(Keys.ENTER);

        awaitSaid("Gjort: Skicka till mottagare");
        assertThat(services.services.certificates().stored(draft).orElseThrow().sentTo())
                .containsExactly("FKASSA");
    }

    @Test
    void keyboard_alone_saysSomethingInADischargeCase() {
        open("discharge/" + ConsoleServices.CASE.value(), "#say-content");
        int before = browser.all("main .timeline li").size();
        browser.tabTo("Säg det");
        browser.press(Keys.ENTER);

        awaitSaid("Sagt.");
        browser.await("the event", it -> it.all("main .timeline li").size() == before + 1);
    }

    @Test
    void outbox_showsStatusUpdatesAndDischargeMessages() {
        open("outbox", "main tbody tr");

        assertThat(browser.all("main tbody").get(0).getText())
                .contains("Utkast skapat", "Inskrivningsmeddelande", "case-1");
    }

    // ---- the frame ----

    @Test
    void language_isSwitchedAndRemembered() {
        open("exchanges", ROWS);
        browser.button("English").click();

        awaitHeading("Exchanges");
        assertThat(browser.all("html[lang=en]")).hasSize(1);
        assertThat(browser.run("return document.title"))
                .isEqualTo("Exchanges – National services for test");
        browser.run("location.reload()");
        awaitHeading("Exchanges");
        browser.button("Svenska").click();
        awaitHeading("Utbyten");
    }

    @Test
    void help_keepsTheFocusAndGivesItBack() {
        open("exchanges", ROWS);
        browser.tabTo("Hjälp");
        browser.press(Keys.ENTER);
        browser.await("the dialog", it -> !it.all("dialog[open] h2").isEmpty());
        for (int presses = 0; presses < 8; presses++) {
            browser.press(Keys.TAB);
            assertThat(
                            browser.run(
                                    "return document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement)"))
                    .isEqualTo(true);
        }
        browser.press(Keys.ESCAPE);
        browser.await("no dialog", it -> it.all("dialog[open]").isEmpty());
        assertThat(browser.focused()).isEqualTo("Hjälp");
    }

    @Test
    void singleKeys_turnedOff_doNothing() {
        browser.run("localStorage['national-services.keys'] = 'no'");
        open("exchanges", ROWS);

        browser.press("p", "?", "m");

        assertThat(browser.all("dialog[open]")).isEmpty();
        assertThat(browser.all("main button[aria-pressed=true]")).isEmpty();
        assertThat(browser.run("return document.getElementById('masked').checked")).isEqualTo(true);
    }

    @Test
    void skipLink_andViewChange_moveTheFocus() {
        open("exchanges", ROWS);
        browser.press(Keys.TAB);
        assertThat(browser.focused()).isEqualTo("Hoppa till innehållet");
        browser.press(Keys.ENTER);
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("main");
        browser.tabTo("Rensa filtret");

        browser.press("g");
        browser.await("the menu", it -> it.focused().equals("Utbyten"));
        browser.press(Keys.TAB, Keys.ENTER);
        browser.await(
                "the heading", it -> "H1".equals(it.run("return document.activeElement.tagName")));
    }

    @Test
    void workspace_hasExchangesOfItsOwn() {
        open("workspaces", "main tbody tr");
        field("workspace-name").sendKeys("egen", Keys.ENTER);
        awaitSaid("Arbetsytan egen finns nu.");
        browser.await("the new one", it -> it.all("main tbody tr").size() == 2);
        browser.all("main tbody a").get(1).click();
        awaitHeading("Start");
        browser.await(
                "the workspace",
                it -> it.all(".head .facts strong").get(0).getText().equals("egen"));
        browser.run("location.hash = '#/exchanges'");
        awaitText("Inga utbyten här än.");
    }

    /** What the page is served with; the rest of the policy is the Admin API's to test. */
    @Test
    void policy_letsNothingInFromElsewhere() {
        open("start", "main tbody tr");
        Object policy =
                browser.runAndWait(
                        "const done = arguments[0]; fetch('/').then(it => done(it.headers.get('content-security-policy')))");
        assertThat(String.valueOf(policy))
                .contains("default-src 'self'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "http:", "https:", "*");
        browser.run("document.body.setAttribute('style', 'color:red')");
        assertThat(browser.complaints()).singleElement().asString().contains("style-src");
    }
}
