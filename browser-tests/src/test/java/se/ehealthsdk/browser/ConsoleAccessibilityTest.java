package se.ehealthsdk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every view of the console, in both languages and themes, on a wide screen and a narrow one, held against WCAG 2.2 AA by axe-core. */
@NeedsChromium
class ConsoleAccessibilityTest {

    private static ConsoleServices services;
    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void start() throws IOException {
        services = ConsoleServices.start();
        services.fill();
        browser = Browser.start();
        try (InputStream script =
                ConsoleAccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
        services.close();
    }

    /** Each view, and what is there when it is drawn whole. */
    private static Map<String, String> views() {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("start", "main tbody tr");
        views.put("exchanges", "#exchanges tbody tr");
        views.put("exchanges/1", "main .code li");
        views.put("exchanges/4", "main .rows li");
        views.put("directory", "main tbody tr");
        views.put("directory/units", "main tbody tr");
        views.put("directory/care-providers", "main tbody tr");
        views.put("directory/commissions", "main tbody tr");
        views.put("directory/patients", "main tbody tr");
        views.put("directory/people/NASTY", "main .code li");
        views.put("directory/people/NASTY/edit", "#field-personId");
        views.put("directory/units//new", "#field-hsaId");
        views.put("certificates", "main tbody tr");
        views.put("certificates/" + services.draftId(), "main .timeline li");
        views.put("access-log", "main tbody tr");
        views.put("access-log/who-read-whom", "main td button");
        views.put("discharge", "main .card");
        views.put("discharge/" + ConsoleServices.CASE.value(), "main .timeline li");
        views.put("outbox", "#receiver-url");
        views.put("faults", "#faults tbody tr");
        views.put("clock", "#clock-to");
        views.put("scenarios", "main .card");
        views.put("workspaces", "main tbody tr");
        return views;
    }

    private static void open(String language, String theme, int width) {
        browser.size(width, 900);
        browser.open(services.view("start"));
        browser.run(
                "localStorage['national-services.language'] = arguments[0];"
                        + "localStorage['national-services.theme'] = arguments[1];"
                        + "location.reload()",
                language,
                theme);
        browser.await(
                "the page in " + language,
                it ->
                        !it.all("html[lang=" + language + "][data-theme=" + theme + "] h1")
                                .isEmpty());
        browser.run(axe);
    }

    private static void go(String view, String drawn) {
        browser.run("location.hash = '#/' + arguments[0]", view);
        browser.await(
                view + " with " + drawn,
                it ->
                        String.valueOf(it.run("return location.hash")).equals("#/" + view)
                                && !it.all(drawn).isEmpty());
    }

    /** As {@code view: rule, element}. */
    private static List<String> violations(String view) {
        Object found =
                browser.runAndWait(
                        "const done = arguments[arguments.length - 1];"
                                + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                                + ".then(it => done(it.violations.flatMap(rule => rule.nodes.map(node =>"
                                + " rule.id + ', ' + node.html.slice(0, 200) + ', ' + node.failureSummary))), error => done([String(error)]))");
        return ((List<?>) found).stream().map(each -> view + ": " + each).toList();
    }

    private static boolean tooWide() {
        return !Boolean.TRUE.equals(
                browser.run("return document.documentElement.scrollWidth <= window.innerWidth"));
    }

    private static void look(String language, String theme, int width) {
        open(language, theme, width);
        List<String> wrong = new ArrayList<>();
        views().forEach(
                        (view, drawn) -> {
                            go(view, drawn);
                            wrong.addAll(violations(view));
                            if (tooWide()) {
                                wrong.add(view + ": is wider than the page");
                            }
                            if (browser.all("h1").size() != 1
                                    || !browser.heading().equals(firstOfTitle())) {
                                wrong.add(view + ": title and heading differ");
                            }
                        });
        assertThat(wrong).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private static String firstOfTitle() {
        return String.valueOf(browser.run("return document.title.split(' – ')[0]"));
    }

    @Test
    void views_inSwedishLightAndWide_haveNoViolations() {
        look("sv", "light", 1440);
    }

    @Test
    void views_inEnglishDarkAndNarrow_haveNoViolations() {
        look("en", "dark", 360);
    }

    @Test
    void views_at320Pixels_asAt400PercentZoom_areNotWiderThanThePage() {
        open("sv", "dark", 320);
        List<String> wide = new ArrayList<>();
        views().forEach(
                        (view, drawn) -> {
                            go(view, drawn);
                            if (tooWide()) {
                                wide.add(view);
                            }
                        });
        assertThat(wide).isEmpty();
    }

    @Test
    void helpAndConfirmation_haveNoViolations() {
        open("en", "light", 1440);
        browser.button("Help").click();
        browser.await("the dialog", it -> !it.all("dialog[open] h2").isEmpty());
        assertThat(violations("help")).isEmpty();
        browser.button("Close").click();
        browser.button("Reset everything").click();
        browser.await("the question", it -> it.text().contains("become as they were"));
        assertThat(violations("confirmation")).isEmpty();
        assertThat(browser.focused()).isEqualTo("Cancel");
    }

    /** Otherwise it would say nothing that there are none. */
    @Test
    void violations_areFound() {
        open("sv", "light", 1440);
        browser.run("document.querySelector('main').append(document.createElement('input'))");

        assertThat(violations("start")).anyMatch(each -> each.contains("label"));
        browser.run("document.querySelector('main > input').remove()");
    }
}
