package dev.surveyor.demo;

/**
 * The shop as it stands on a server.
 *
 * @param login may read the shop and nothing else on the server
 * @param password of that login, good until the shop is loaded or found the next time
 * @param tables partitions not counted
 */
public record LoadedShop(String database, String login, String password, int tables, long rows) {

    @Override
    public String toString() {
        return "LoadedShop[database=%s, login=%s, tables=%d, rows=%d]"
                .formatted(database, login, tables, rows);
    }
}
