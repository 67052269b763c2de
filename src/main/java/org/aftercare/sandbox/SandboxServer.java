package org.aftercare.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The company's other systems as one HTTP server with its own database, and the mail server that
 * its messages go to. It runs beside the product in the same JVM or in one of its own.
 */
public final class SandboxServer implements AutoCloseable {

  private final ServletWebServerApplicationContext context;

  private SandboxServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts a sandbox inside this JVM; it listens when the call returns.
   *
   * @param properties what differs from {@code sandbox.yaml}, by full name, for example {@code
   *     aftercare.sandbox.port=0} for a free port, {@code aftercare.sandbox.smtp-port=0}, {@code
   *     aftercare.sandbox.database=jdbc:h2:mem:one}
   */
  public static SandboxServer start(Map<String, Object> properties) {
    SpringApplication application = application(properties);
    // Its owner closes it, in the order that suits the owner.
    application.setRegisterShutdownHook(false);
    // The logging system belongs to the owner too: closing a sandbox must not reset it.
    application.setListeners(
        application.getListeners().stream()
            .filter(listener -> !(listener instanceof LoggingApplicationListener))
            .toList());
    return new SandboxServer((ServletWebServerApplicationContext) application.run());
  }

  /** Starts a sandbox as a program of its own; arguments are properties: {@code --name=value}. */
  public static void main(String[] args) {
    application(Map.of()).run(args);
  }

  private static SpringApplication application(Map<String, Object> properties) {
    SpringApplication application = new SpringApplication(SandboxContext.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(Map.of("spring.config.name", "sandbox"));
    List<MapPropertySource> first = new ArrayList<>();
    first.add(new MapPropertySource("sandboxFixed", fixedProperties()));
    first.add(new MapPropertySource("sandboxGiven", new TreeMap<>(properties)));
    application.addInitializers(
        context -> {
          var sources = context.getEnvironment().getPropertySources();
          sources.addFirst(first.get(1));
          sources.addFirst(first.get(0));
        });
    return application;
  }

  /**
   * Settings that the environment of the product must not reach: both may run in one JVM, where
   * {@code SERVER_PORT} or {@code SPRING_DATASOURCE_URL} is meant for the product.
   */
  private static Map<String, Object> fixedProperties() {
    Map<String, Object> fixed = new TreeMap<>();
    fixed.put("spring.application.name", "sandbox");
    fixed.put("server.port", "${aftercare.sandbox.port}");
    fixed.put("server.address", "${aftercare.sandbox.address}");
    fixed.put("server.servlet.context-path", "");
    fixed.put("server.ssl.enabled", "false");
    fixed.put("server.shutdown", "immediate");
    fixed.put("spring.mvc.servlet.path", "/");
    fixed.put("spring.web.resources.static-locations", "classpath:/sandbox/static/");
    fixed.put("spring.thymeleaf.prefix", "classpath:/sandbox/templates/");
    fixed.put("spring.thymeleaf.suffix", ".html");
    fixed.put("spring.web.locale", "en");
    fixed.put("spring.web.locale-resolver", "fixed");
    fixed.put("spring.mvc.format.date", "iso");
    fixed.put("spring.jackson.default-property-inclusion", "always");
    fixed.put("spring.main.lazy-initialization", "false");
    return fixed;
  }

  /** The server's root, without a slash at its end. A system is at {@code url() + "/crm"}. */
  public String url() {
    return "http://localhost:" + context.getWebServer().getPort();
  }

  /** The port of the mail server. */
  public int smtpPort() {
    return context.getBean(MailServer.class).port();
  }

  /**
   * Tells where the product is, for callbacks and the clock.
   *
   * @param url its root, without a slash at its end
   */
  public void productUrl(String url) {
    context.getBean(ProductAddress.class).move(url);
  }

  /** Takes the product's time over, if the product lets its clock be moved. */
  public void followProductClock() {
    context.getBean(ProductClock.class).follow();
  }

  /** Stops the server and closes its database. */
  @Override
  public void close() {
    context.close();
  }
}
