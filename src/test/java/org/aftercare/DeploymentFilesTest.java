package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.Yaml;

/**
 * What docker/ says of the product is true of it: settings, ports, limits, files. That it runs is
 * the matter of {@code docker/test/run}.
 */
class DeploymentFilesTest {

  private static final Path DOCKER = Path.of("docker");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern USED = Pattern.compile("\\$\\{([A-Z_0-9]+)");
  private static final Pattern LINE = Pattern.compile("(?m)^#?([A-Z][A-Z_0-9]+)=");

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.demo.yaml"})
  void composeFilesKeepToTheirSpecification(String file) throws IOException {
    ObjectNode specification;
    try (InputStream content = getClass().getResourceAsStream("/compose-spec/compose-spec.json")) {
      specification = (ObjectNode) JSON.readTree(content);
    }
    // Neither is an address, which the validator wants.
    specification.remove(List.of("$id", "$schema"));
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(specification);

    assertThat(schema.validate(compose(file))).isEmpty();
  }

  @Test
  void everySettingIsOneOfTheProducts() throws IOException {
    Set<String> given = new TreeSet<>();
    for (String service : List.of("aftercare-1", "aftercare-2", "sandbox")) {
      for (String file : List.of("compose.yaml", "compose.demo.yaml")) {
        compose(file)
            .at("/services/" + service + "/environment")
            .fieldNames()
            .forEachRemaining(given::add);
      }
    }
    names(LINE, ".env.example").forEach(given::add);
    given.removeAll(ofComposeAlone());
    names(Pattern.compile("(?m)^ENV ([A-Z_]+)="), "Dockerfile").forEach(given::add);
    Set<Pattern> known = knownSettings();

    assertThat(given).hasSizeGreaterThan(35);
    assertThat(given)
        .allSatisfy(
            name ->
                assertThat(known)
                    .as("a setting that nobody reads: " + name)
                    .anyMatch(setting -> setting.matcher(name).matches()));
  }

  /** So that the test above can fail. */
  @Test
  void aTypingErrorIsNoSetting() throws IOException {
    assertThat(knownSettings())
        .noneMatch(setting -> setting.matcher("AFTERCARE_SYSTEMS_CRM_URLS").matches())
        .noneMatch(setting -> setting.matcher("AFTERCARE_CUSTOMER_TOKEN_ISSUER").matches())
        .noneMatch(setting -> setting.matcher("SPRING_DATASOURCE_USER").matches())
        .anyMatch(
            setting -> setting.matcher("AFTERCARE_CALLBACKS_PARTS_PREVIOUSSECRETS_0").matches());
  }

  @Test
  void whatComposeAsksForStandsInTheExample() throws IOException {
    Set<String> asked = names(USED, "compose.yaml");
    Set<String> example = names(LINE, ".env.example");

    assertThat(example)
        .containsAll(minus(asked, Set.of("AFTERCARE_VERSION", "MAIL_PAGE_PORT", "GRAFANA_PORT")));
  }

  @Test
  void theExampleHasEverySettingThatProductionDemands() throws IOException {
    Set<String> documented =
        names(
            Pattern.compile("(?m)^#   ((?:AFTERCARE|SPRING)_[A-Z_]+)  "),
            "../src/main/resources/application-production.yaml");

    assertThat(documented).contains("AFTERCARE_NOTIFICATIONS_HUMAN_PHONE");
    assertThat(names(LINE, ".env.example"))
        .contains("AFTERCARE_SYSTEMS_SMS_TOKEN", "AFTERCARE_CALLBACKS_BILLING_SECRET")
        .containsAll(
            documented.stream()
                .filter(
                    name -> name.startsWith("AFTERCARE_NOTIFICATIONS_") || name.endsWith("_ISSUER"))
                .toList());
  }

  @Test
  void filesAndPortsAreWhereTheyAreSaidToBe() throws IOException {
    JsonNode services = compose("compose.yaml").path("services");
    for (JsonNode service : services) {
      for (JsonNode volume : service.path("volumes")) {
        String source = volume.asText().split(":")[0];
        if (source.startsWith(".")) {
          assertThat(DOCKER.resolve(source)).exists();
        } else {
          assertThat(compose("compose.yaml").path("volumes").has(source)).as(source).isTrue();
        }
      }
    }
    Map<String, String> product = settings("application.yaml");
    String port = product.get("server.port");
    String management = product.get("management.server.port");
    assertThat(services.at("/proxy/ports/0").asText()).endsWith(":8080");
    assertThat(Files.readString(DOCKER.resolve("haproxy/haproxy.cfg")))
        .contains("presetenv LISTEN *:8080")
        .contains("presetenv NODE_1 aftercare-1:" + port, "presetenv NODE_2 aftercare-2:" + port)
        .contains("presetenv NODE_1_HEALTH " + management, "presetenv NODE_2_HEALTH " + management)
        .contains(
            "req.body_size gt "
                + DataSize.parse(product.get("server.tomcat.max-swallow-size")).toBytes());
    assertThat(Files.readString(DOCKER.resolve("prometheus/prometheus.yml")))
        .contains("\"aftercare-1:" + management + "\"", "\"aftercare-2:" + management + "\"");
    assertThat(Files.readString(DOCKER.resolve("Dockerfile")))
        .contains("EXPOSE " + port + " " + management, "/dev/tcp/localhost/" + management);
  }

  /** Steps, then requests, then what is left: with the phases' own limits. */
  @Test
  void aNodeEndsWhatItHasBegunBeforeItIsKilled() throws IOException {
    Map<String, String> product = settings("application.yaml");
    Duration drained = duration(product.get("aftercare.engine.drain")).plusSeconds(1);
    Duration answered = duration(product.get("spring.lifecycle.timeout-per-shutdown-phase"));
    Duration notice =
        duration(settings("application-production.yaml").get("aftercare.api.stop-notice"));

    assertThat(notice).isPositive().isLessThan(drained);
    assertThat(drained.plus(answered)).isLessThan(Duration.ofSeconds(30));
    assertThat(
            duration(
                compose("compose.yaml").at("/services/aftercare-1/stop_grace_period").asText()))
        .isGreaterThan(Duration.ofSeconds(30));
  }

  /** HAProxy's own check; a machine without it says so. */
  @Test
  void theProxyTakesItsConfiguration() throws Exception {
    ProcessBuilder check =
        new ProcessBuilder("haproxy", "-c", "-f", "docker/haproxy/haproxy.cfg")
            .redirectErrorStream(true);
    check
        .environment()
        .putAll(Map.of("WITHOUT_DOCKER", "1", "NODE_1", "127.0.0.1:1", "NODE_2", "127.0.0.1:2"));
    Process checked;
    try {
      checked = check.start();
    } catch (IOException absent) {
      assumeTrue(false, "NOT CHECKED: there is no haproxy here (Debian: apt-get install haproxy)");
      return;
    }
    String said = new String(checked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(checked.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(checked.exitValue()).as(said).isZero();
  }

  private static Duration duration(String text) {
    return DurationStyle.detectAndParse(text);
  }

  /** Those that are not the product's: passwords of what stands around it. */
  private static Set<String> ofComposeAlone() {
    return Set.of(
        "DATABASE_PASSWORD",
        "PROMETHEUS_PASSWORD",
        "GRAFANA_PASSWORD",
        "TLS_CERTIFICATE",
        "PROXY_PORT");
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static Set<String> names(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(DOCKER.resolve(file)))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * With its merges done; how one file overrides the other is not of the specification's schema.
   */
  private static JsonNode compose(String file) throws IOException {
    String text = Files.readString(DOCKER.resolve(file)).replaceAll("!(override|reset)", "");
    return JSON.valueToTree(new Yaml().<Object>load(text));
  }

  private static Map<String, String> settings(String file) throws IOException {
    return new YamlPropertySourceLoader()
        .load(file, new FileSystemResource("src/main/resources/" + file)).stream()
            .map(EnumerablePropertySource.class::cast)
            .flatMap(
                source ->
                    Stream.of(source.getPropertyNames())
                        .map(name -> Map.entry(name, String.valueOf(source.getProperty(name)))))
            .collect(
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, later) -> first));
  }

  /** Names of environment variables that set something, as patterns. */
  private static Set<Pattern> knownSettings() throws IOException {
    Set<String> known = new HashSet<>();
    for (String file : List.of("application.yaml", "application-production.yaml", "sandbox.yaml")) {
      settings(file).keySet().forEach(name -> known.add(variable(name)));
    }
    for (URL metadata :
        Collections.list(
            DeploymentFilesTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      StreamSupport.stream(metadata(metadata).path("properties").spliterator(), false)
          .forEach(property -> known.add(variable(property.path("name").asText())));
    }
    known.add("SPRING_PROFILES_ACTIVE");
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Pattern.compile("[\"{](aftercare\\.[a-z][a-z.-]+[a-z])[\":}]")
            .matcher(Files.readString(source))
            .results()
            .map(found -> found.group(1))
            .forEach(name -> known.add(variable(name)));
      }
    }
    Set<Pattern> patterns = new LinkedHashSet<>();
    known.forEach(name -> patterns.add(Pattern.compile(name)));
    patterns.addAll(ofRecords());
    return patterns;
  }

  private static JsonNode metadata(URL file) throws IOException {
    try (InputStream content = file.openStream()) {
      return JSON.readTree(content);
    }
  }

  private static String variable(String property) {
    return property
        .replace("-", "")
        .replaceAll("\\[(\\d+)]", "_$1")
        .replaceAll("[\\[\\]]", "")
        .replace('.', '_')
        .replaceAll("[^A-Za-z0-9_]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static Set<Pattern> ofRecords() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    Set<Pattern> patterns = new HashSet<>();
    scan.findCandidateComponents("org.aftercare")
        .forEach(
            found -> {
              try {
                Class<?> type = Class.forName(found.getBeanClassName());
                ConfigurationProperties prefix = type.getAnnotation(ConfigurationProperties.class);
                List<String> names = new ArrayList<>();
                collect(variable(prefix.value()), type, names);
                names.forEach(name -> patterns.add(Pattern.compile(name)));
              } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
              }
            });
    return patterns;
  }

  private static void collect(String name, Type type, List<String> names) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type[] arguments = generic.getActualTypeArguments();
      if (Map.class.isAssignableFrom(raw)) {
        collect(name + "_[A-Z0-9]+", arguments[1], names);
      } else if (Collection.class.isAssignableFrom(raw)) {
        names.add(name);
        collect(name + "_\\d+", arguments[0], names);
      }
    } else if (type instanceof Class<?> component && component.isRecord()) {
      for (RecordComponent part : component.getRecordComponents()) {
        collect(name + "_" + part.getName().toUpperCase(Locale.ROOT), part.getGenericType(), names);
      }
    } else {
      names.add(name);
    }
  }
}
