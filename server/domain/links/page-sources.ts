import { readable } from '#server/domain/audience/audience.policy.ts';
import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { personRefJson } from '#server/domain/identity/person-ref.ts';
import { knownTo } from '#server/domain/people/people.policy.ts';
import { inForce } from '#server/domain/people/relation.queries.ts';
import { holders } from '#server/domain/projects/project-holders.ts';
import { mayHangNotices } from '#server/domain/statutory/notice.policy.ts';
import { Prisma } from '#server/platform/database/schema.ts';

// One SELECT a kind of page: (path, card). Each asks by the policy of the page itself; what is hidden or erased is left out.

/** More of a source than the first words of a preview ever take. */
const SOURCE_READ = 2_000;

/** Posts, status updates and pins, all by the path that leads to each of them: `/posts/<id>`. */
export function writtenSource(actor: Actor, ids: string[], today: string): Prisma.Sql {
  const office = actor.language === 'de' ? Prisma.sql`o.name_de` : Prisma.sql`o.name_en`;
  return Prisma.sql`
    SELECT '/posts/' || e.id AS path, json_build_object('kind', e.kind, 'author', ${personRefJson('a')}, 'at', e.published_at,
      'whom', CASE WHEN bo.id IS NOT NULL THEN ${personRefJson('bo')} WHEN o.id IS NOT NULL THEN json_build_object('name', ${office}) END,
      'language', b.language, 'source', b.source,
      'mentioned', (SELECT json_agg(${personRefJson('mp')}) FROM mention m JOIN person mp ON mp.id = m.person_id WHERE m.entry_id = e.id),
      'pin', pin.kind, 'owner', CASE WHEN ow.id IS NOT NULL THEN ${personRefJson('ow')} END,
      'slug', pr.slug, 'project', pr.name, 'health', s.health) AS card
    FROM entry e JOIN person a ON a.id = e.author_id
    LEFT JOIN office o ON o.id = e.office_id LEFT JOIN person bo ON bo.id = e.behalf_of_id
    LEFT JOIN pin ON pin.entry_id = e.id LEFT JOIN person ow ON ow.id = pin.owner_id
    LEFT JOIN status_update s ON s.entry_id = e.id LEFT JOIN project pr ON pr.id = s.project_id
    JOIN LATERAL (
      SELECT eb.language, left(eb.source, ${SOURCE_READ}) AS source FROM entry_body eb WHERE eb.entry_id = e.id AND eb.revision = e.revision
      ORDER BY (eb.language = ${actor.language}::language) DESC, (eb.language = e.language) DESC LIMIT 1) b ON true
    WHERE e.id = ANY(${ids}::uuid[]) AND e.state = 'published' AND e.thread_id IS NULL AND ${entryReadable(actor, 'e')}
      AND (pr.id IS NULL OR ${readable(actor, Prisma.sql`pr.audience_id`)})
      AND (ow.id IS NULL OR (ow.erased_at IS NULL AND ${knownTo(actor, Prisma.sql`ow.id`, today)}))`;
}

export function projectSource(actor: Actor, slugs: string[], today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT '/projects/' || pr.slug AS path, json_build_object('kind', 'project', 'project', pr.name, 'health', pr.health,
      'lead', (SELECT ${personRefJson('l')} FROM ${holders(today)} h JOIN person l ON l.id = h.person_id
        WHERE h.project_id = pr.id AND h.role = 'lead' ORDER BY l.id LIMIT 1)) AS card
    FROM project pr WHERE pr.slug = ANY(${slugs}) AND ${readable(actor, Prisma.sql`pr.audience_id`)}`;
}

/** Those whose name the company keeps to itself have no preview: it would say where a nameless person sits. */
export function personSource(actor: Actor, handles: string[], today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT '/people/' || p.handle AS path, json_build_object('kind', 'person', 'person', ${personRefJson('p')},
      'former', COALESCE(p.ends_on <= ${today}::date, false), 'site', site.name,
      'title', (SELECT seat.title FROM assignment g JOIN position seat ON seat.id = g.position_id
        JOIN chart c ON c.id = seat.chart_id AND c.kind = 'company' WHERE g.person_id = p.id AND ${inForce('g', today)}
        ORDER BY g.main DESC, g.share DESC, g.valid_from, g.id LIMIT 1)) AS card
    FROM person p LEFT JOIN site ON site.id = p.site_id
    WHERE p.handle = ANY(${handles}) AND p.erased_at IS NULL AND NOT p.name_withheld
      AND ${knownTo(actor, Prisma.sql`p.id`, today)}`;
}

export function noticeSource(actor: Actor, ids: string[], today: string): Prisma.Sql {
  const [mine, other] = actor.language === 'de' ? ['de', 'en'] : ['en', 'de'];
  const [title, otherTitle] = [Prisma.raw(`n.title_${mine}`), Prisma.raw(`n.title_${other}`)];
  return Prisma.sql`
    SELECT '/notices/' || n.id AS path, json_build_object('kind', 'notice', 'title', COALESCE(${title}, ${otherTitle}),
      'language', CASE WHEN ${title} IS NULL THEN ${other} ELSE ${mine} END, 'site', site.name,
      'from', n.valid_from::text, 'lastDay', (n.valid_to - 1)::text, 'withdrawn', n.withdrawn_at IS NOT NULL) AS card
    FROM statutory_notice n LEFT JOIN site ON site.id = n.site_id
    WHERE n.id = ANY(${ids}::uuid[]) AND (n.valid_from <= ${today}::date OR ${mayHangNotices(actor)})`;
}
