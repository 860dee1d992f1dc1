// Sonarr/Sonarr#6666: a bound object's download address, which holds a key, as a log's argument

// case: as reported
class ReleaseResource
{
    public string Title { get; set; } = "";
    [Credential] public string DownloadUrl { get; set; } = "";
}

class ReleasePushController(NLog.Logger logger)
{
    public void Create(ReleaseResource release)
    {
        logger.Info("Release pushed: {0} - {1}", release.Title, {|PRIV1006:release.DownloadUrl|});
    }
}

// case: mapped to another model first
class ReleaseResource
{
    public string Title { get; set; } = "";
    [Credential] public string DownloadUrl { get; set; } = "";
}

class ReleaseInfo
{
    public string Title { get; init; } = "";
    public string Url { get; init; } = "";
}

static class Mapper
{
    public static ReleaseInfo ToModel(this ReleaseResource resource) => new() { Title = resource.Title.Trim(), Url = resource.DownloadUrl };
}

class Controller(NLog.Logger logger)
{
    public void Create(ReleaseResource release)
    {
        ReleaseInfo info = release.ToModel();
        logger.Info("Pushed {0}", info.Title);
        logger.Debug("Grabbing {0}", {|PRIV1006:info.Url|});
    }
}

// case: the whole bound object
class ReleaseResource
{
    public string Title { get; set; } = "";
    [Credential] public string DownloadUrl { get; set; } = "";
}

class Controller(Serilog.ILogger logger)
{
    public void Create(ReleaseResource release) => logger.Debug("Pushed {@Release}", {|PRIV1006:release|});
}

// case: in a loop over what was bound, grouped
class ReleaseResource
{
    public string Title { get; set; } = "";
    public string Indexer { get; set; } = "";
    [Credential] public string DownloadUrl { get; set; } = "";
}

class Controller(ILogger<Controller> logger)
{
    public void Create(List<ReleaseResource> releases)
    {
        foreach (var group in releases.GroupBy(release => release.Indexer))
        {
            logger.LogInformation("{Indexer}: {Titles}", group.Key, string.Join(", ", group.Select(release => release.Title)));
            logger.LogDebug("{Urls}", {|PRIV1006:string.Join(", ", group.Select(release => release.DownloadUrl))|});
        }

        (string Title, string Url)[] pairs = releases.Select(release => (release.Title, release.DownloadUrl)).ToArray();
        foreach (var (title, url) in pairs)
            logger.LogTrace("{Title}: {Url}", title, {|PRIV1006:url|});
    }
}

// case: only host and path
class ReleaseResource
{
    public string Title { get; set; } = "";
    [Credential] public string DownloadUrl { get; set; } = "";
}

class Controller(NLog.Logger logger)
{
    public void Create(ReleaseResource release)
    {
        bool isSecure = release.DownloadUrl.StartsWith("https:", StringComparison.Ordinal);
        logger.Info("Pushed {0}, secure: {1}, {2} characters", release.Title, isSecure, release.DownloadUrl.Length);
    }
}
