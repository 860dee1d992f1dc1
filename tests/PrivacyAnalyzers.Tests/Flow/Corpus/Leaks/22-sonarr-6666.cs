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
