package dev.surveyor.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Things that people own, as another module would keep them. */
class Belongings implements UserBelongings {

    final Map<String, UUID> owners = new ConcurrentHashMap<>();

    @Override
    public List<Belonging> of(UUID owner) {
        return owners.entrySet().stream()
                .filter(each -> each.getValue().equals(owner))
                .map(each -> new Belonging("thing", each.getKey(), each.getKey()))
                .toList();
    }

    @Override
    public void handOver(UUID from, UUID to) {
        owners.replaceAll((name, owner) -> owner.equals(from) ? to : owner);
    }
}
