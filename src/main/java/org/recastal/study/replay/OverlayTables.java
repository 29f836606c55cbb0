package org.recastal.study.replay;

import java.util.List;
import org.recastal.RecastAlException;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.OverlaySpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.SpecFileException;

/** Reads the tables that a report compares with. */
public final class OverlayTables {

  private OverlayTables() {}

  /**
   * Reads one.
   *
   * @throws RecastAlException which begins with the title of the overlay
   */
  public static ResultTable read(OverlaySpec overlay, ScanSpec spec) {
    try {
      return ResultTable.read(overlay, spec.space(), limits(overlay, spec.limits()));
    } catch (RecastAlException e) {
      String message = "overlay " + overlay.title() + ": " + e.getMessage();
      throw new RecastAlException(e.kind(), message, e);
    }
  }

  /** What the numbers of an overlay are: those of the scan, or of a quantity of its own. */
  public static LimitsSpec limits(OverlaySpec overlay, LimitsSpec ofScan) {
    return overlay.quantity() == ofScan.quantity()
        ? ofScan
        : new LimitsSpec(overlay.quantity(), "", ofScan.level());
  }

  /** Reads all, so that a mistake in one is told before a scan and not after it. */
  public static void check(ScanSpec spec) {
    List<OverlaySpec> overlays = spec.report().overlays();
    for (int i = 0; i < overlays.size(); i++) {
      OverlaySpec overlay = overlays.get(i);
      SpecFileException.at("/report/overlay/" + i + "/table", () -> read(overlay, spec));
    }
  }
}
