package org.aftercare.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium. Where there is none, a test that asks for one says so loudly and is skipped;
 * with the environment variable {@code CI} set it fails.
 */
public final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Opens a window.
   *
   * @param language what the browser asks pages for, such as {@code sv-SE}
   */
  public static Browser open(String language, Dimension size) {
    File chromium = onPath("chromium");
    File chromedriver = onPath("chromedriver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=" + language,
        "--accept-lang=" + language);
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver)
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().window().setSize(size);
    return new Browser(driver);
  }

  private static File onPath(String program) {
    Optional<File> found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> new File(folder, program))
            .filter(File::canExecute)
            .findFirst();
    return found.orElseGet(() -> missing(program));
  }

  private static File missing(String program) {
    String message =
        "NO BROWSER TEST: %s is not on the path; on Debian, apt-get install chromium chromium-driver"
            .formatted(program);
    if (System.getenv("CI") != null) {
      throw new IllegalStateException(message);
    }
    System.err.println("*".repeat(100) + "\n" + message + "\n" + "*".repeat(100));
    return Assumptions.abort(message);
  }

  public ChromeDriver driver() {
    return driver;
  }

  public WebDriverWait await() {
    return new WebDriverWait(driver, PATIENCE);
  }

  /** Logs in to Tasklist and waits for its first page. */
  public void logIn(String tasklistUrl, String userId, String password) {
    logIn(tasklistUrl, By.cssSelector(".tasks-list"), userId, password);
  }

  /** The same for Cockpit. */
  public void logInToCockpit(String cockpitUrl, String userId, String password) {
    logIn(cockpitUrl, By.cssSelector(".ctn-view.dashboard"), userId, password);
  }

  private void logIn(String url, By firstPage, String userId, String password) {
    driver.get(url);
    await()
        .pollingEvery(Duration.ofSeconds(2))
        .ignoring(StaleElementReferenceException.class)
        .ignoring(ElementNotInteractableException.class)
        .until(page -> isLoggedInOrTriesTo(firstPage, userId, password));
  }

  /** They draw their login form anew while they start, and forget what was typed into it. */
  private boolean isLoggedInOrTriesTo(By firstPage, String userId, String password) {
    if (!driver.findElements(firstPage).isEmpty()) {
      return true;
    }
    List<WebElement> name = driver.findElements(By.cssSelector("input[ng-model='username']"));
    if (!name.isEmpty()) {
      WebElement secret = driver.findElement(By.cssSelector("input[ng-model='password']"));
      name.get(0).clear();
      name.get(0).sendKeys(userId);
      secret.clear();
      secret.sendKeys(password, Keys.ENTER);
    }
    return false;
  }

  public WebElement visible(By what) {
    return await().until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  /** Clicks in the middle of the window: Camunda's footer lies over its lower edge. */
  public void click(By what) {
    WebElement element = await().until(ExpectedConditions.elementToBeClickable(what));
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  /** For people who want to look: {@code -Daftercare.test.pictures=<folder>}. */
  public void picture(String name) {
    String folder = System.getProperty("aftercare.test.pictures");
    if (folder != null) {
      try {
        Files.createDirectories(Path.of(folder));
        Files.write(Path.of(folder, name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
