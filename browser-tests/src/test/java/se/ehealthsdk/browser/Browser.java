package se.ehealthsdk.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium that nobody has used before. Browser and driver are those of the machine: given both,
 * Selenium looks for nothing and downloads nothing.
 */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    static Browser start() {
        try {
            Path profile = Files.createTempDirectory("browser-test");
            ChromeDriver driver =
                    new ChromeDriver(
                            new ChromeDriverService.Builder()
                                    .usingDriverExecutable(
                                            ChromiumCondition.Chromium.DRIVER
                                                    .orElseThrow()
                                                    .toFile())
                                    .usingAnyFreePort()
                                    .build(),
                            options(profile));
            driver.manage().timeouts().pageLoadTimeout(PATIENCE);
            return new Browser(profile, driver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeOptions options(Path profile) {
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(ChromiumCondition.Chromium.BROWSER.orElseThrow().toFile());
        options.setAcceptInsecureCerts(true);
        options.setCapability("goog:loggingPrefs", everything);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=sv",
                "--user-data-dir=" + profile);
        return options;
    }

    void open(URI url) {
        driver.get(url.toString());
    }

    URI url() {
        return URI.create(driver.getCurrentUrl());
    }

    String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The button with this accessible name: what a screen reader says. */
    WebElement button(String name) {
        return named("button", name);
    }

    /** The radio button with this accessible name. */
    WebElement radio(String name) {
        return named("input[type=radio]", name);
    }

    private WebElement named(String css, String name) {
        return all(css).stream()
                .filter(each -> each.getAccessibleName().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "nothing is called "
                                                + name
                                                + " but "
                                                + all(css).stream()
                                                        .map(WebElement::getAccessibleName)
                                                        .toList()));
    }

    /** Presses a key, wherever the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses Tab until what has this accessible name has the focus, as one does without a mouse. */
    void tabTo(String name) {
        for (int presses = 0; presses < 120; presses++) {
            press(Keys.TAB);
            if (driver.switchTo().activeElement().getAccessibleName().equals(name)) {
                return;
            }
        }
        throw new AssertionError("the Tab key does not lead to " + name);
    }

    String focused() {
        return driver.switchTo().activeElement().getAccessibleName();
    }

    void await(String what, Predicate<Browser> condition) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(what)
                // of the page that is about to go
                .ignoring(StaleElementReferenceException.class)
                .pollingEvery(Duration.ofMillis(50))
                .until(ignored -> condition.test(this));
    }

    /** What the browser itself complains of: scripts, policies, what cannot be loaded. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** A script whose last argument is called with what it has found. */
    Object runAndWait(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        return driver.executeAsyncScript(script, arguments);
    }

    /** As wide and high as this, in CSS pixels, also narrower than a window can be. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            // the browser may still be writing; the directory is a temporary one
        }
    }
}
