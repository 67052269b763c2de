package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Each module numbers its tables' versions in a range of its own. */
class EarlierDatabaseTest {

  private static final List<String> CAME_LATER =
      List.of("V004__task_times.sql", "V042__hand_over_asked.sql");

  @Test
  void aDatabaseThatHasLaterNumbersGetsTheEarlierOnesThatCameSince(@TempDir Path earlier)
      throws IOException {
    for (Resource migration :
        new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql")) {
      if (!CAME_LATER.contains(migration.getFilename())) {
        Files.copy(migration.getInputStream(), earlier.resolve(migration.getFilename()));
      }
    }
    Map<String, Object> database = TestDatabases.empty(TestDatabase.Kind.CONFIGURED);
    flyway(database, "filesystem:" + earlier).load().migrate();

    int migrated =
        flyway(database, "classpath:db/migration")
            .outOfOrder(outOfOrder())
            .load()
            .migrate()
            .migrationsExecuted;

    assertThat(migrated).isEqualTo(CAME_LATER.size());
  }

  private static FluentConfiguration flyway(Map<String, Object> database, String location) {
    return Flyway.configure()
        .dataSource(
            (String) database.get("spring.datasource.url"),
            (String) database.get("spring.datasource.username"),
            (String) database.get("spring.datasource.password"))
        .locations(location);
  }

  private static boolean outOfOrder() throws IOException {
    return Boolean.TRUE.equals(
        new YamlPropertySourceLoader()
            .load("application", new ClassPathResource("application.yaml"))
            .get(0)
            .getProperty("spring.flyway.out-of-order"));
  }
}
