namespace Emulators.Utm;

/// <summary>Refuses questions that come too often, when the limits are kept to.</summary>
internal static class RateGate
{
    public static void Pass(UtmWorld world, UtmPost post)
    {
        if (!world.Options.LimitRates) return;
        var (kind, interval) = Of(post.Element);
        var before = world.Posts.Rows.LastOrDefault(one => one.FsrarId == post.FsrarId && one.Delivered && one.Conducted && Of(one.Element).Kind == kind && one.RequestId != post.RequestId);
        if (before is not null && post.Accepted - before.Accepted < interval)
        {
            throw new RejectedException($"Запрос {post.Element} может быть отправлен не чаще одного раза в {(int)interval.TotalMinutes} мин.", second: false);
        }
    }

    private static (string Kind, TimeSpan Interval) Of(string element) => element switch
    {
        "QueryRestBCode" or "QueryNATTN" => (element, TimeSpan.FromMinutes(30)),
        _ when element.StartsWith("QueryRests", StringComparison.Ordinal) => (element, TimeSpan.FromMinutes(60)),
        _ => (element, TimeSpan.FromMinutes(1)),
    };
}
