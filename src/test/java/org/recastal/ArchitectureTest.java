package org.recastal;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The room table of the design: who may import whom. It is extended, never relaxed. */
class ArchitectureTest {

  private static final String ROOT = "org.recastal";

  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("numerics", Set.of()),
          Map.entry("space", Set.of()),
          Map.entry("limits", Set.of()),
          Map.entry("likelihood", Set.of("numerics", "limits")),
          Map.entry("surrogate", Set.of("numerics", "space")),
          Map.entry("acquisition", Set.of("numerics", "space", "surrogate")),
          Map.entry("jobs", Set.of("space")),
          Map.entry(
              "study",
              Set.of(
                  "numerics", "space", "limits", "likelihood", "surrogate", "acquisition", "jobs")),
          Map.entry("report", Set.of("numerics", "space", "limits", "surrogate", "study")),
          Map.entry(
              "cli",
              Set.of(
                  "numerics",
                  "space",
                  "limits",
                  "likelihood",
                  "surrogate",
                  "acquisition",
                  "jobs",
                  "study",
                  "report")));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void rooms_importOnlyWhatTheTableAllows() {
    MAY_IMPORT.forEach(
        (room, allowed) ->
            ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat(inAnotherRoomThan(room, allowed))
                .because("the room table says so")
                .allowEmptyShould(true)
                .check(classes));
  }

  @Test
  void rooms_haveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void everyRoom_standsInTheTable() {
    Set<String> rooms = new TreeSet<>();
    for (JavaClass c : classes) {
      if (!roomOf(c).isEmpty()) {
        rooms.add(roomOf(c));
      }
    }
    assertThat(MAY_IMPORT.keySet()).containsAll(rooms);
  }

  @Test
  void names_sayWhatAThingIs() {
    ArchRuleDefinition.noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .resideInAnyPackage("..utils..", "..common..", "..helper..", "..manager..")
        .check(classes);
  }

  private static DescribedPredicate<JavaClass> inAnotherRoomThan(String room, Set<String> allowed) {
    return DescribedPredicate.describe(
        "rooms other than " + allowed,
        c -> {
          String other = roomOf(c);
          return !other.isEmpty() && !other.equals(room) && !allowed.contains(other);
        });
  }

  private static String roomOf(JavaClass c) {
    String name = c.getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return "";
    }
    return name.substring(ROOT.length() + 1).split("\\.", -1)[0];
  }
}
