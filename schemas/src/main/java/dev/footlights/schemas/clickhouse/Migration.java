package dev.footlights.schemas.clickhouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One numbered SQL file.
 *
 * @param version its number, counted from 1 without gaps
 * @param file its name: {@code 001_facts.sql}
 * @param sql its text; never changes once released
 */
public record Migration(int version, String file, String sql) {
    private static final Pattern NAME = Pattern.compile("(\\d{3})_[a-z0-9_]+\\.sql");

    static Migration of(String file, String sql) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            throw new MigrationException("migration " + file + ": the name must be like 001_what_it_does.sql");
        }
        return new Migration(Integer.parseInt(name.group(1)), file, sql);
    }

    /** Its statements in order, without the semicolons. */
    public List<String> statements() {
        return SqlScript.statements(sql);
    }

    /** SHA-256 of the text in hexadecimal. Line ends count as one character, so a checkout on Windows has the same. */
    public String checksum() {
        try {
            byte[] text = sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
