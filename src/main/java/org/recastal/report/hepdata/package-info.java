/**
 * Tables for HEPData: plain tables in, the files of a submission (schema 1.1.1) out. It knows
 * nothing of scans or fits.
 */
package org.recastal.report.hepdata;
